using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>EfficientNet: inverted residuals with SiLU, every block gated (Tan and Le 2019).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="Stages">Ratio, width, blocks, stride and kernel of each stage.</param>
/// <param name="HeadChannels">Width of the last convolution.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record EfficientNet(int Resolution, int StemChannels, (int Ratio, int Channels, int Depth, int Stride, int Kernel)[] Stages, int HeadChannels, int Classes)
{
    private static readonly (int Ratio, int Channels, int Depth, int Stride, int Kernel)[] B0 =
        [(1, 16, 1, 1, 3), (6, 24, 2, 2, 3), (6, 40, 2, 2, 5), (6, 80, 3, 2, 3), (6, 112, 3, 1, 5), (6, 192, 4, 2, 5), (6, 320, 1, 1, 3)];

    public static INetworkFamily Family { get; } = new NetworkFamily<EfficientNet>("efficientnet", Draw, (builder, network) => network.Build(builder));

    public static EfficientNet Draw(SeededRandom random) => new(
        random.Integer(3, 8) * 32,
        random.Scaled(32, 50, 150),
        [.. B0.Select(s => (
            s.Ratio == 1 ? 1 : random.Integer(2, 7), random.Scaled(s.Channels, 50, 150), Math.Max(1, s.Depth + random.Integer(-2, 1)), s.Stride, random.Choice(3, 3, 5, 5, 7)))],
        random.Scaled(1280, 40, 120),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.ConvolutionUnit(b.Image(Resolution), StemChannels, 3, 2, activation: Activation.Silu);
        foreach (var (ratio, channels, depth, stride, kernel) in Stages)
        {
            for (int block = 0; block < depth; block++)
            {
                int squeezed = Math.Max(2, x.Channels / 4);
                x = new InvertedResidual(channels, x.Channels * ratio, kernel, block == 0 ? stride : 1, Activation.Silu, squeezed, Activation.Silu).Build(b, x);
            }
        }

        b.Classify(b.ConvolutionUnit(x, HeadChannels, 1, activation: Activation.Silu), Classes);
    }
}
