using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>ConvNeXt: a depthwise convolution, then an inverted bottleneck over the channels of each pixel (Liu et al. 2022).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="Patch">Kernel and stride of the first convolution.</param>
/// <param name="Kernel">Kernel of the depthwise convolutions.</param>
/// <param name="Depths">Blocks of each stage.</param>
/// <param name="Channels">Width of each stage.</param>
/// <param name="Ratio">Width inside a bottleneck, in widths.</param>
/// <param name="ChannelsLast">Whether bottlenecks are matrix products over the last dimension, else 1×1 convolutions.</param>
/// <param name="LayerScale">Whether a learned factor scales each channel of a block.</param>
/// <param name="FusedNormalization">Whether layer normalisation is one node.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record ConvNeXt(
    int Resolution, int Patch, int Kernel, int[] Depths, int[] Channels, int Ratio, bool ChannelsLast, bool LayerScale, bool FusedNormalization, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<ConvNeXt>("convnext", Draw, (builder, network) => network.Build(builder), SizeLimits.Wide);

    public static ConvNeXt Draw(SeededRandom random)
    {
        int longest = random.Chance(25) ? 45 : 9;
        return new ConvNeXt(
            random.Integer(2, 8) * 32,
            random.Choice(2, 4, 4, 4),
            random.Choice(3, 5, 7, 7, 7, 9),
            [random.Integer(1, 4), random.Integer(1, 4), random.Integer(1, longest), random.Integer(1, 4)],
            [random.Scaled(96, 20, 130), random.Scaled(192, 20, 130), random.Scaled(384, 20, 130), random.Scaled(768, 20, 130)],
            random.Integer(2, 4),
            random.Chance(70),
            random.Chance(80),
            random.Chance(60),
            random.Choice(10, 100, 1000));
    }

    public void Build(NetworkBuilder b)
    {
        var x = b.ChannelNormalization(b.Convolution(b.Image(Resolution), Channels[0], Patch, Patch, padding: 0), FusedNormalization);
        for (int stage = 0; stage < Depths.Length; stage++)
        {
            if (stage > 0) x = b.Convolution(b.ChannelNormalization(x, FusedNormalization), Channels[stage], 2, 2, padding: 0);
            for (int block = 0; block < Depths[stage]; block++) x = b.Add(x, ChannelsLast ? BlockOfProducts(b, x) : BlockOfConvolutions(b, x));
        }

        b.Output(b.Linear(b.LayerNormalization(b.Flatten(b.GlobalAveragePool(x)), FusedNormalization), Classes));
    }

    private Value BlockOfProducts(NetworkBuilder b, Value x)
    {
        var y = b.Transpose(b.Convolution(x, x.Channels, Kernel, groups: x.Channels), 0, 2, 3, 1);
        y = b.FeedForward(b.LayerNormalization(y, FusedNormalization), x.Channels * Ratio, Activation.Gelu);
        if (LayerScale) y = b.MultiplyWeight(y, "gamma", x.Channels);
        return b.Transpose(y, 0, 3, 1, 2);
    }

    private Value BlockOfConvolutions(NetworkBuilder b, Value x)
    {
        var y = b.ChannelNormalization(b.Convolution(x, x.Channels, Kernel, groups: x.Channels), FusedNormalization);
        y = b.Convolution(b.Activate(b.Convolution(y, x.Channels * Ratio, 1), Activation.Gelu), x.Channels, 1);
        return LayerScale ? b.MultiplyWeight(y, "gamma", x.Channels, 1, 1) : y;
    }
}
