using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>AlexNet (Krizhevsky et al. 2012; the one-tower form of 2014).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="FirstKernel">Kernel of the first convolution.</param>
/// <param name="Channels">Widths of the five convolutions.</param>
/// <param name="Kernels">Kernels of the last four convolutions.</param>
/// <param name="Hidden">Widths of the two hidden linear layers.</param>
/// <param name="Normalized">Whether local response normalisation follows the first two convolutions.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record AlexNet(int Resolution, int FirstKernel, int[] Channels, int[] Kernels, int[] Hidden, bool Normalized, int Classes)
{
    public static readonly AlexNet Canonical = new(224, 11, [64, 192, 384, 256, 256], [5, 3, 3, 3], [4096, 4096], false, 1000);

    public static INetworkFamily Family { get; } = new NetworkFamily<AlexNet>("alexnet", Draw, (builder, network) => network.Build(builder));

    public static AlexNet Draw(SeededRandom random) => new(
        random.Integer(4, 8) * 32,
        random.Choice(7, 9, 11),
        [random.Scaled(64, 40, 200), random.Scaled(192, 40, 200), random.Scaled(384, 30, 150), random.Scaled(256, 30, 150), random.Scaled(256, 30, 150)],
        [random.Choice(3, 5, 7), random.Choice(1, 3, 5), random.Choice(1, 3, 5), random.Choice(1, 3, 5)],
        [random.Scaled(4096, 10, 100, 64), random.Scaled(4096, 10, 100, 64)],
        random.Chance(25),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.Activate(b.Convolution(b.Image(Resolution), Channels[0], FirstKernel, stride: 4, padding: 2), Activation.Relu);
        if (Normalized) x = b.LocalResponseNormalization(x);
        x = b.Activate(b.Convolution(b.MaxPool(x, 3, 2), Channels[1], Kernels[0]), Activation.Relu);
        if (Normalized) x = b.LocalResponseNormalization(x);
        x = b.MaxPool(x, 3, 2);
        for (int layer = 2; layer < Channels.Length; layer++)
            x = b.Activate(b.Convolution(x, Channels[layer], Kernels[layer - 1]), Activation.Relu);
        x = b.Flatten(b.MaxPool(x, 3, 2));
        foreach (int width in Hidden) x = b.Activate(b.Linear(x, width), Activation.Relu);
        b.Output(b.Linear(x, Classes));
    }
}
