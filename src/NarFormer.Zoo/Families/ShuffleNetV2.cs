using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>ShuffleNetV2: channel split, depthwise convolution, concatenation and shuffle (Ma et al. 2018).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="Channels">Width of each stage.</param>
/// <param name="Depths">Units of each stage.</param>
/// <param name="Kernel">Kernel of the depthwise convolutions.</param>
/// <param name="HeadChannels">Width of the last convolution.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record ShuffleNetV2(int Resolution, int StemChannels, int[] Channels, int[] Depths, int Kernel, int HeadChannels, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<ShuffleNetV2>("shufflenetv2", Draw, (builder, network) => network.Build(builder));

    public static ShuffleNetV2 Draw(SeededRandom random) => new(
        random.Integer(3, 8) * 32,
        random.Scaled(24, 60, 250),
        [random.Scaled(116, 40, 250), random.Scaled(232, 40, 250), random.Scaled(464, 40, 250)],
        [random.Integer(2, 5), random.Integer(3, 10), random.Integer(2, 5)],
        random.Choice(3, 3, 5, 7),
        random.Scaled(1024, 40, 160),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.MaxPool(b.ConvolutionUnit(b.Image(Resolution), StemChannels, 3, 2), 3, 2, 1);
        for (int stage = 0; stage < Channels.Length; stage++)
        {
            x = Reduction(b, x, Channels[stage]);
            for (int unit = 1; unit < Depths[stage]; unit++) x = Unit(b, x);
        }

        b.Classify(b.ConvolutionUnit(x, HeadChannels, 1), Classes);
    }

    private Value Reduction(NetworkBuilder b, Value x, int channels)
    {
        var left = b.ConvolutionUnit(Depthwise(b, x, 2), channels / 2, 1);
        var right = b.ConvolutionUnit(Depthwise(b, b.ConvolutionUnit(x, channels / 2, 1), 2), channels / 2, 1);
        return b.ShuffleChannels(b.Concat(1, left, right));
    }

    private Value Unit(NetworkBuilder b, Value x)
    {
        var (kept, changed) = b.SplitChannels(x);
        changed = b.ConvolutionUnit(changed, changed.Channels, 1);
        changed = b.ConvolutionUnit(Depthwise(b, changed, 1), changed.Channels, 1);
        return b.ShuffleChannels(b.Concat(1, kept, changed));
    }

    private Value Depthwise(NetworkBuilder b, Value x, int stride) =>
        b.ConvolutionUnit(x, x.Channels, Kernel, stride, x.Channels, Activation.None);
}
