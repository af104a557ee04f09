using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>DenseNet: every layer reads all before it (Huang et al. 2016). Normalisation comes first and cannot be folded.</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="Growth">Channels that each layer adds.</param>
/// <param name="BottleneckRatio">Width of the 1×1 convolution, in growths.</param>
/// <param name="Depths">Layers of each block.</param>
/// <param name="Kernel">Kernel of the layers.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record DenseNet(int Resolution, int StemChannels, int Growth, int BottleneckRatio, int[] Depths, int Kernel, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<DenseNet>("densenet", Draw, (builder, network) => network.Build(builder));

    public static DenseNet Draw(SeededRandom random) => new(
        random.Integer(2, 7) * 32,
        random.Scaled(64, 40, 120),
        random.Integer(2, 6) * 8,
        random.Integer(2, 4),
        [random.Integer(2, 6), random.Integer(2, 12), random.Integer(2, 20), random.Integer(2, 14)],
        random.Choice(3, 3, 3, 5),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.MaxPool(b.ConvolutionUnit(b.Image(Resolution), StemChannels, 7, 2), 3, 2, 1);
        for (int block = 0; block < Depths.Length; block++)
        {
            for (int layer = 0; layer < Depths[block]; layer++) x = b.Concat(1, x, Layer(b, x));
            if (block < Depths.Length - 1) x = b.AveragePool(b.Convolution(Normalized(b, x), x.Channels / 2, 1, bias: false), 2, 2);
        }

        b.Classify(Normalized(b, x), Classes);
    }

    private Value Layer(NetworkBuilder b, Value x) =>
        b.Convolution(b.ConvolutionUnit(Normalized(b, x), Growth * BottleneckRatio, 1), Growth, Kernel, bias: false);

    private static Value Normalized(NetworkBuilder b, Value x) => b.Activate(b.BatchNormalization(x), Activation.Relu);
}
