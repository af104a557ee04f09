using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Images in other sizes, and samples of images at computed places.</summary>
internal static class Resampling
{
    private const int Fast = 8000, Slow = 60_000, Cubic = 120_000, AffineGridOpset = 20;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("Resize", Fast, use => use.Image(), (use, x) => Resize(use, x, "nearest")),
        new("Resize", Fast, use => use.Image(), (use, x) => Resize(use, x, "linear")),
        new("Resize", Cubic, use => use.Image(), (use, x) => Resize(use, x, "cubic")),
        new("GridSample", Slow, use => use.Image(), GridSample),
        new("AffineGrid", Slow, use => [use.Builder.Batch, 2, 3], AffineGrid),
    ];

    private static Value Resize(OperatorUse use, Value x, string mode)
    {
        var b = use.Builder;
        float scale = use.Fit(() => use.Random.Choice(2f, 2f, 2f, 0.5f, 4f, 1.5f, 3f), s => (long)(x.Elements * s * s), mode == "cubic" ? Cubic : Fast);
        long size = (long)(x.Shape[2] * scale);
        long[] shape = [.. x.Shape[..2], size, size];
        if (!OperatorUse.Holds(shape)) throw new UnfitException("the output is too large");
        string coordinates = use.Random.Choice(mode == "nearest" ? "asymmetric" : "half_pixel", "half_pixel", "align_corners");
        (string, object)[] attributes = [("coordinate_transformation_mode", coordinates), ("mode", mode), ("nearest_mode", use.Random.Choice("floor", "round_prefer_floor"))];
        return use.Random.Chance(70)
            ? b.Apply("Resize", [x, NetworkBuilder.Omitted, b.Numbers(1, 1, scale, scale)], shape, attributes)
            : b.Apply("Resize", [x, NetworkBuilder.Omitted, NetworkBuilder.Omitted, b.Integers(shape)], shape, attributes);
    }

    private static Value GridSample(OperatorUse use, Value x)
    {
        var b = use.Builder;
        long size = use.Fit(() => use.Random.Logarithmic(4, 224), s => (long)s * s * x.Shape[0] * x.Channels, Slow);
        var grid = b.NextInput(ElementType.Float32, x.Shape[0], size, size, 2);
        return b.Apply(
            "GridSample", [x, grid], [.. x.Shape[..2], size, size],
            ("mode", use.Random.Choice("bilinear", "bilinear", "nearest", "bicubic")), ("padding_mode", use.Random.Choice("zeros", "border")), ("align_corners", use.Random.Integer(0, 1)));
    }

    private static Value AffineGrid(OperatorUse use, Value x)
    {
        var b = use.Builder;
        b.Require(AffineGridOpset);
        long size = use.Fit(() => use.Random.Logarithmic(16, 224), s => b.Batch * (long)s * s, Fast);
        return b.Apply("AffineGrid", [x, b.Integers(b.Batch, 3, size, size)], [b.Batch, size, size, 2], ("align_corners", use.Random.Integer(0, 1)));
    }
}
