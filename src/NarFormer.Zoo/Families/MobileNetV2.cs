using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>MobileNetV2: inverted residuals with linear bottlenecks (Sandler et al. 2018).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="Stages">Expansion ratio, width, blocks, stride and kernel of each stage.</param>
/// <param name="HeadChannels">Width of the last convolution.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record MobileNetV2(int Resolution, int StemChannels, (int Ratio, int Channels, int Depth, int Stride, int Kernel)[] Stages, int HeadChannels, int Classes)
{
    public static readonly MobileNetV2 Canonical = new(
        224, 32, [(1, 16, 1, 1, 3), (6, 24, 2, 2, 3), (6, 32, 3, 2, 3), (6, 64, 4, 2, 3), (6, 96, 3, 1, 3), (6, 160, 3, 2, 3), (6, 320, 1, 1, 3)], 1280, 1000);

    public static INetworkFamily Family { get; } = new NetworkFamily<MobileNetV2>("mobilenetv2", Draw, (builder, network) => network.Build(builder));

    public static MobileNetV2 Draw(SeededRandom random) => new(
        random.Integer(3, 8) * 32,
        random.Scaled(32, 50, 150),
        [.. Canonical.Stages.Select(s => (
            s.Ratio == 1 ? 1 : random.Integer(2, 8),
            random.Scaled(s.Channels, 50, 180),
            Math.Max(1, s.Depth + random.Integer(-2, 1)),
            s.Stride,
            random.Choice(3, 3, 5, 7)))],
        random.Scaled(1280, 40, 120),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.ConvolutionUnit(b.Image(Resolution), StemChannels, 3, 2, activation: Activation.Relu6);
        foreach (var (ratio, channels, depth, stride, kernel) in Stages)
        {
            for (int block = 0; block < depth; block++)
                x = new InvertedResidual(channels, x.Channels * ratio, kernel, block == 0 ? stride : 1, Activation.Relu6).Build(b, x);
        }

        b.Classify(b.ConvolutionUnit(x, HeadChannels, 1, activation: Activation.Relu6), Classes);
    }
}
