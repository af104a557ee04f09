using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>ResNet (He et al. 2015) and ResNeXt (Xie et al. 2016), with basic or bottleneck blocks.</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemKernel">Kernel of the first convolution.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="Bottleneck">Whether blocks narrow, convolve and widen by four.</param>
/// <param name="Depths">Blocks of each stage.</param>
/// <param name="Channels">Inner width of each stage.</param>
/// <param name="Kernels">Kernel of each stage.</param>
/// <param name="Groups">Groups of the bottleneck's convolution.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record ResNet(int Resolution, int StemKernel, int StemChannels, bool Bottleneck, int[] Depths, int[] Channels, int[] Kernels, int Groups, int Classes)
{
    private const int Expansion = 4;

    public static readonly ResNet ResNet18 = new(224, 7, 64, false, [2, 2, 2, 2], [64, 128, 256, 512], [3, 3, 3, 3], 1, 1000);
    public static readonly ResNet ResNet50 = new(224, 7, 64, true, [3, 4, 6, 3], [64, 128, 256, 512], [3, 3, 3, 3], 1, 1000);

    public static INetworkFamily Family { get; } = new NetworkFamily<ResNet>("resnet", Draw, (builder, network) => network.Build(builder));

    public static ResNet Draw(SeededRandom random)
    {
        bool bottleneck = random.Chance(40);
        int groups = bottleneck && random.Chance(30) ? random.Choice(2, 4, 8) : 1;
        return new ResNet(
            random.Integer(2, 8) * 32,
            random.Choice(3, 5, 7),
            random.Scaled(64, 40, 130),
            bottleneck,
            [random.Integer(1, 4), random.Integer(1, 4), random.Integer(1, 6), random.Integer(1, 4)],
            [random.Scaled(64, 30, 120), random.Scaled(128, 30, 120), random.Scaled(256, 30, 120), random.Scaled(512, 30, 120)],
            [random.Choice(3, 3, 5), random.Choice(3, 3, 5), random.Choice(3, 3, 5), random.Choice(3, 3, 5)],
            groups,
            random.Choice(10, 100, 1000));
    }

    public void Build(NetworkBuilder b)
    {
        var x = b.MaxPool(b.ConvolutionUnit(b.Image(Resolution), StemChannels, StemKernel, 2), 3, 2, 1);
        for (int stage = 0; stage < Depths.Length; stage++)
        {
            for (int block = 0; block < Depths[stage]; block++)
                x = Block(b, x, stage, stage > 0 && block == 0 ? 2 : 1);
        }

        b.Classify(x, Classes);
    }

    private Value Block(NetworkBuilder b, Value x, int stage, int stride)
    {
        int inner = Channels[stage], kernel = Kernels[stage], outer = Bottleneck ? inner * Expansion : inner;
        var y = Bottleneck
            ? b.ConvolutionUnit(b.ConvolutionUnit(x, inner, 1), inner, kernel, stride, Groups)
            : b.ConvolutionUnit(x, inner, kernel, stride);
        y = b.ConvolutionUnit(y, outer, Bottleneck ? 1 : kernel, activation: Activation.None);
        var shortcut = stride == 1 && x.Channels == outer ? x : b.ConvolutionUnit(x, outer, 1, stride, activation: Activation.None);
        return b.Activate(b.Add(y, shortcut), Activation.Relu);
    }
}
