using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>VGG (Simonyan and Zisserman 2014).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="Depths">Convolutions of each stage.</param>
/// <param name="Channels">Width of each stage.</param>
/// <param name="Kernels">Kernel of each stage.</param>
/// <param name="Hidden">Width of the two hidden linear layers.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record Vgg(int Resolution, int[] Depths, int[] Channels, int[] Kernels, int Hidden, int Classes)
{
    public static readonly Vgg Vgg11 = new(224, [1, 1, 2, 2, 2], [64, 128, 256, 512, 512], [3, 3, 3, 3, 3], 4096, 1000);
    public static readonly Vgg Vgg16 = new(224, [2, 2, 3, 3, 3], [64, 128, 256, 512, 512], [3, 3, 3, 3, 3], 4096, 1000);

    public static INetworkFamily Family { get; } = new NetworkFamily<Vgg>("vgg", Draw, (builder, network) => network.Build(builder));

    public static Vgg Draw(SeededRandom random) => new(
        random.Integer(2, 7) * 32,
        [random.Integer(1, 3), random.Integer(1, 3), random.Integer(1, 4), random.Integer(1, 4), random.Integer(1, 4)],
        [random.Scaled(64, 25, 125), random.Scaled(128, 25, 125), random.Scaled(256, 25, 125), random.Scaled(512, 20, 110), random.Scaled(512, 20, 110)],
        [random.Choice(3, 3, 5), random.Choice(1, 3, 3, 5), random.Choice(1, 3, 3, 5), random.Choice(1, 3, 3), random.Choice(1, 3, 3)],
        random.Scaled(4096, 5, 50, 64),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.Image(Resolution);
        for (int stage = 0; stage < Depths.Length; stage++)
        {
            for (int layer = 0; layer < Depths[stage]; layer++) x = b.ConvolutionUnit(x, Channels[stage], Kernels[stage]);
            x = b.MaxPool(x, 2, 2);
        }

        x = b.Activate(b.Linear(b.Flatten(x), Hidden), Activation.Relu);
        x = b.Activate(b.Linear(x, Hidden), Activation.Relu);
        b.Output(b.Linear(x, Classes));
    }
}
