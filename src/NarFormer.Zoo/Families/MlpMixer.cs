using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>MLP-Mixer: feed-forward networks over the patches and over the features, in turn (Tolstikhin et al. 2021).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="Patch">Height and width of a patch.</param>
/// <param name="Width">Features of a patch.</param>
/// <param name="Depth">Pairs of mixing layers.</param>
/// <param name="TokenInner">Width inside the networks over patches.</param>
/// <param name="ChannelInner">Width inside the networks over features.</param>
/// <param name="Activation">Inside the networks.</param>
/// <param name="FusedNormalization">Whether layer normalisation is one node.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record MlpMixer(
    int Resolution, int Patch, int Width, int Depth, int TokenInner, int ChannelInner, Activation Activation, bool FusedNormalization, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<MlpMixer>("mlpmixer", Draw, (builder, network) => network.Build(builder), SizeLimits.Wide);

    public static MlpMixer Draw(SeededRandom random)
    {
        int width = random.Scaled(512, 10, 150, 16), longest = random.Chance(25) ? 36 : 12;
        return new MlpMixer(
            random.Integer(2, 8) * 32,
            random.Choice(8, 16, 16, 32),
            width,
            random.Integer(1, longest),
            random.Scaled(256, 25, 200),
            width * random.Integer(1, 4),
            random.Choice(Activation.Gelu, Activation.Gelu, Activation.Gelu, Activation.Relu),
            random.Chance(60),
            random.Choice(10, 100, 1000));
    }

    public void Build(NetworkBuilder b)
    {
        var patches = b.Convolution(b.Image(Resolution), Width, Patch, Patch, padding: 0);
        var x = b.Transpose(b.Reshape(patches, b.Batch, Width, patches.Shape[2] * patches.Shape[3]), 0, 2, 1);
        for (int layer = 0; layer < Depth; layer++)
        {
            var mixed = b.FeedForward(b.Transpose(b.LayerNormalization(x, FusedNormalization), 0, 2, 1), TokenInner, Activation);
            x = b.Add(x, b.Transpose(mixed, 0, 2, 1));
            x = b.Add(x, b.FeedForward(b.LayerNormalization(x, FusedNormalization), ChannelInner, Activation));
        }

        b.Output(b.Linear(b.Pool(b.LayerNormalization(x, FusedNormalization), 1, mean: true), Classes));
    }
}
