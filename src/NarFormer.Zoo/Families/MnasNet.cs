using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>MnasNet (Tan et al. 2018): inverted residuals with ReLU and kernels 3 and 5, squeeze-and-excitation in some.</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="SeparableChannels">Width of the separable convolution after it.</param>
/// <param name="Stages">Ratio, width, blocks, stride, kernel and whether blocks are gated.</param>
/// <param name="HeadChannels">Width of the last convolution.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record MnasNet(
    int Resolution, int StemChannels, int SeparableChannels, (int Ratio, int Channels, int Depth, int Stride, int Kernel, bool Gated)[] Stages, int HeadChannels, int Classes)
{
    private static readonly (int Ratio, int Channels, int Depth, int Stride, int Kernel)[] B1 =
        [(3, 24, 3, 2, 3), (3, 40, 3, 2, 5), (6, 80, 3, 2, 5), (6, 96, 2, 1, 3), (6, 192, 4, 2, 5), (6, 320, 1, 1, 3)];

    public static INetworkFamily Family { get; } = new NetworkFamily<MnasNet>("mnasnet", Draw, (builder, network) => network.Build(builder));

    public static MnasNet Draw(SeededRandom random) => new(
        random.Integer(3, 8) * 32,
        random.Scaled(32, 50, 150),
        random.Scaled(16, 50, 200),
        [.. B1.Select(s => (
            random.Integer(2, 8), random.Scaled(s.Channels, 50, 170), Math.Max(1, s.Depth + random.Integer(-2, 1)), s.Stride, random.Choice(3, 5, 7), random.Chance(20)))],
        random.Scaled(1280, 40, 120),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.ConvolutionUnit(b.Image(Resolution), StemChannels, 3, 2);
        x = b.ConvolutionUnit(x, StemChannels, 3, groups: StemChannels);
        x = b.ConvolutionUnit(x, SeparableChannels, 1, activation: Activation.None);
        foreach (var (ratio, channels, depth, stride, kernel, gated) in Stages)
        {
            for (int block = 0; block < depth; block++)
            {
                int expanded = x.Channels * ratio;
                x = new InvertedResidual(channels, expanded, kernel, block == 0 ? stride : 1, Activation.Relu, gated ? Math.Max(8, x.Channels / 4) : 0).Build(b, x);
            }
        }

        b.Classify(b.ConvolutionUnit(x, HeadChannels, 1), Classes);
    }
}
