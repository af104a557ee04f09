using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>GoogLeNet: inception modules of four branches (Szegedy et al. 2014).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="Stem">Widths of the three convolutions before the first module.</param>
/// <param name="Stages">The modules between poolings.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record GoogLeNet(int Resolution, int[] Stem, GoogLeNet.Inception[][] Stages, int Classes)
{
    private static readonly Inception[][] CanonicalStages =
    [
        [new(64, 96, 128, 16, 32, 32), new(128, 128, 192, 32, 96, 64)],
        [new(192, 96, 208, 16, 48, 64), new(160, 112, 224, 24, 64, 64), new(128, 128, 256, 24, 64, 64), new(112, 144, 288, 32, 64, 64), new(256, 160, 320, 32, 128, 128)],
        [new(256, 160, 320, 32, 128, 128), new(384, 192, 384, 48, 128, 128)],
    ];

    public static INetworkFamily Family { get; } = new NetworkFamily<GoogLeNet>("googlenet", Draw, (builder, network) => network.Build(builder));

    public static GoogLeNet Draw(SeededRandom random) => new(
        random.Integer(3, 8) * 32,
        [random.Scaled(64, 40, 140), random.Scaled(64, 40, 140), random.Scaled(192, 40, 140)],
        [.. CanonicalStages.Select(stage => DrawStage(random, stage))],
        random.Choice(10, 100, 1000));

    public void Build(NetworkBuilder b)
    {
        var x = b.MaxPool(b.ConvolutionUnit(b.Image(Resolution), Stem[0], 7, 2), 3, 2, 1);
        x = b.ConvolutionUnit(b.ConvolutionUnit(x, Stem[1], 1), Stem[2], 3);
        foreach (var stage in Stages)
        {
            x = b.MaxPool(x, 3, 2, 1);
            foreach (var module in stage) x = module.Build(b, x);
        }

        b.Classify(x, Classes);
    }

    private static Inception[] DrawStage(SeededRandom random, Inception[] stage)
    {
        int depth = random.Integer(1, stage.Length + 1);
        return [.. Enumerable.Range(0, depth).Select(i => Inception.Draw(random, stage[Math.Min(i, stage.Length - 1)]))];
    }

    /// <summary>One inception module.</summary>
    /// <param name="Pointwise">Width of the 1×1 branch.</param>
    /// <param name="ReduceMiddle">Width of the 1×1 convolution before the middle branch.</param>
    /// <param name="Middle">Width of the middle branch.</param>
    /// <param name="ReduceWide">Width of the 1×1 convolution before the wide branch.</param>
    /// <param name="Wide">Width of the wide branch.</param>
    /// <param name="Pooled">Width of the branch after pooling.</param>
    internal sealed record Inception(int Pointwise, int ReduceMiddle, int Middle, int ReduceWide, int Wide, int Pooled)
    {
        /// <summary>Kernel of the middle branch.</summary>
        public int MiddleKernel { get; init; } = 3;

        /// <summary>Kernel of the wide branch.</summary>
        public int WideKernel { get; init; } = 5;

        public static Inception Draw(SeededRandom random, Inception near) => new(
            random.Scaled(near.Pointwise, 40, 140), random.Scaled(near.ReduceMiddle, 40, 140), random.Scaled(near.Middle, 40, 140),
            random.Scaled(near.ReduceWide, 40, 140), random.Scaled(near.Wide, 40, 140), random.Scaled(near.Pooled, 40, 140))
        {
            MiddleKernel = random.Choice(3, 3, 5),
            WideKernel = random.Choice(3, 5, 5, 7),
        };

        public Value Build(NetworkBuilder b, Value x) => b.Concat(
            1,
            b.ConvolutionUnit(x, Pointwise, 1),
            b.ConvolutionUnit(b.ConvolutionUnit(x, ReduceMiddle, 1), Middle, MiddleKernel),
            b.ConvolutionUnit(b.ConvolutionUnit(x, ReduceWide, 1), Wide, WideKernel),
            b.ConvolutionUnit(b.MaxPool(x, 3, 1, 1), Pooled, 1));
    }
}
