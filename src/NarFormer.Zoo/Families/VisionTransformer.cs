using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>ViT: an image as a row of patches through transformer encoder layers (Dosovitskiy et al. 2020).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="Patch">Height and width of a patch.</param>
/// <param name="Width">Features of a token.</param>
/// <param name="Heads">Attention heads.</param>
/// <param name="Depth">Encoder layers.</param>
/// <param name="Ratio">Width inside the feed-forward networks, in widths.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record VisionTransformer(int Resolution, int Patch, int Width, int Heads, int Depth, int Ratio, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<VisionTransformer>("vit", Draw, (builder, network) => network.Build(builder));

    public static VisionTransformer Draw(SeededRandom random)
    {
        int heads = random.Integer(2, 8);
        return new VisionTransformer(
            random.Integer(3, 8) * 32, random.Choice(8, 16, 16, 32), heads * random.Choice(24, 32, 48, 64), heads, random.Integer(2, 12), random.Integer(2, 4), random.Choice(10, 100, 1000));
    }

    public void Build(NetworkBuilder b)
    {
        var patches = b.Convolution(b.Image(Resolution), Width, Patch, Patch, padding: 0);
        long tokens = patches.Shape[2] * patches.Shape[3];
        var x = b.Transpose(b.Reshape(patches, b.Batch, Width, tokens), 0, 2, 1);
        x = b.AddWeight(b.Concat(1, b.Token(Width), x), "position", 1, tokens + 1, Width);
        for (int layer = 0; layer < Depth; layer++)
        {
            x = b.Add(x, b.SelfAttention(b.LayerNormalization(x), Heads));
            x = b.Add(x, b.FeedForward(b.LayerNormalization(x), Width * Ratio, Activation.Gelu));
        }

        b.Output(b.Linear(b.FirstPosition(b.LayerNormalization(x)), Classes));
    }
}
