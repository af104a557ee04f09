using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Pooling with a window.</summary>
internal static class Windows
{
    private const int RegionNumbers = 4;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("MaxPool", 3000, use => use.Image(), (use, x) => Pool(use, x, "MaxPool")),
        new("AveragePool", 3000, use => use.Image(), (use, x) => Pool(use, x, "AveragePool")),
        new("LpPool", 60_000, use => use.Image(), (use, x) => Pool(use, x, "LpPool", ("p", use.Random.Integer(1, 2)))),
        new("MaxPool", 3000, use => use.Signal(), (use, x) => Pool(use, x, "MaxPool")),
        new("AveragePool", 3000, use => use.Signal(), (use, x) => Pool(use, x, "AveragePool")),
        new("RoiAlign", 30_000, use => use.Image(), RegionAlign),
    ];

    private static Value Pool(OperatorUse use, Value x, string name, params (string Name, object Content)[] attributes)
    {
        (int kernel, int stride, int pad) = use.Random.Choice((2, 2, 0), (2, 2, 0), (3, 2, 1), (3, 2, 0), (3, 1, 1), (5, 1, 2), (5, 2, 2), (7, 7, 0));
        int rank = x.Shape.Length - 2;
        long[] sizes = [.. x.Shape[2..].Select(size => (size + 2 * pad - kernel) / stride + 1)];
        if (x.Shape[2..].Any(size => size + 2 * pad < kernel)) throw new UnfitException("the image is smaller than a window");
        return use.Builder.Apply(
            name, [x], [.. x.Shape[..2], .. sizes],
            [.. attributes, ("kernel_shape", Repeated(kernel, rank)), ("pads", Repeated(pad, 2 * rank)), ("strides", Repeated(stride, rank))]);
    }

    private static long[] Repeated(long value, int count) => [.. Enumerable.Repeat(value, count)];

    private static Value RegionAlign(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int size = use.Random.Choice(5, 7, 14), regions = OperatorUse.Until(() => use.Random.Logarithmic(4, 200), r => (long)r * x.Channels * size * size <= x.Elements);
        float[] corners = [.. Enumerable.Range(0, regions).SelectMany(_ => Region(use.Random, (int)x.Shape[2]))];
        long[] samples = [.. Enumerable.Range(0, regions).Select(_ => (long)use.Random.Integer(0, b.Batch - 1))];
        return b.Apply(
            "RoiAlign", [x, b.Stored(corners, regions, RegionNumbers), b.Stored(samples, regions)], [regions, x.Channels, size, size],
            ("output_height", size), ("output_width", size), ("sampling_ratio", 2));
    }

    private static float[] Region(SeededRandom random, int size)
    {
        int left = random.Integer(0, size / 2), top = random.Integer(0, size / 2);
        return [left, top, random.Integer(left + 1, size), random.Integer(top + 1, size)];
    }
}
