using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>SqueezeNet: fire modules (Iandola et al. 2016).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="StemKernel">Kernel of the first convolution.</param>
/// <param name="Fires">The fire modules.</param>
/// <param name="PooledAfter">The modules that a pooling follows.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record SqueezeNet(int Resolution, int StemChannels, int StemKernel, SqueezeNet.Fire[] Fires, int[] PooledAfter, int Classes)
{
    private static readonly int[] Widths = [64, 64, 128, 128, 192, 192, 256, 256];

    public static INetworkFamily Family { get; } = new NetworkFamily<SqueezeNet>("squeezenet", Draw, (builder, network) => network.Build(builder));

    public static SqueezeNet Draw(SeededRandom random) => new(
        random.Integer(3, 8) * 32,
        random.Scaled(64, 50, 200),
        random.Choice(3, 5, 7),
        [.. Widths.Take(random.Integer(5, 8)).Select(width => Fire.Draw(random, width))],
        random.Choice<int[]>([1, 3], [0, 3], [2, 5]),
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.MaxPool(b.Activate(b.Convolution(b.Image(Resolution), StemChannels, StemKernel, 2), Activation.Relu), 3, 2);
        for (int i = 0; i < Fires.Length; i++)
        {
            x = Fires[i].Build(b, x);
            if (PooledAfter.Contains(i)) x = b.MaxPool(x, 3, 2);
        }

        b.Output(b.Flatten(b.GlobalAveragePool(b.Activate(b.Convolution(x, Classes, 1), Activation.Relu))));
    }

    /// <summary>One fire module.</summary>
    /// <param name="Squeezed">Width of the squeeze.</param>
    /// <param name="Pointwise">Width of the 1×1 expansion.</param>
    /// <param name="Wide">Width of the wide expansion.</param>
    /// <param name="Kernel">Kernel of the wide expansion.</param>
    internal sealed record Fire(int Squeezed, int Pointwise, int Wide, int Kernel)
    {
        public static Fire Draw(SeededRandom random, int width) =>
            new(random.Scaled(width / 4, 50, 200), random.Scaled(width, 50, 150), random.Scaled(width, 50, 150), random.Choice(3, 3, 5));

        public Value Build(NetworkBuilder b, Value x)
        {
            var squeezed = b.Activate(b.Convolution(x, Squeezed, 1), Activation.Relu);
            return b.Concat(
                1,
                b.Activate(b.Convolution(squeezed, Pointwise, 1), Activation.Relu),
                b.Activate(b.Convolution(squeezed, Wide, Kernel), Activation.Relu));
        }
    }
}
