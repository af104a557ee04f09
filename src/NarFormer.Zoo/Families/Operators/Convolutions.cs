using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Convolutions in the forms that real networks use.</summary>
internal static class Convolutions
{
    private const int Picoseconds = 5000, Dense = 40, Sparse = 150;

    private static readonly long[][] Asymmetric = [[1, 3], [3, 1], [1, 7], [7, 1], [1, 5], [5, 1], [3, 5]];

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, [1, 1])),
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, [1, 1])),
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, [3, 3])),
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, [3, 3])),
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, Square(use.Random.Choice(5, 7)))),
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, Square(use.Random.Choice(1, 2, 3, 5)), stride: use.Random.Choice(2, 2, 2, 3))),
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, [3, 3], dilation: use.Random.Choice(2, 3, 4, 6))),
        Case("Conv", use => use.Image(), (use, x) => Convolve(use, x, use.Random.Choice<long[]>(Asymmetric))),
        Case("Conv", use => use.Image(32), (use, x) => Convolve(use, x, Square(use.Random.Choice(1, 3, 3, 5)), stride: use.Random.Choice(1, 1, 2), groups: use.Random.Choice(2, 4, 8, 16, 32))),
        Case("Conv", use => use.Image(), Depthwise),
        Case("Conv", use => use.Image(), Depthwise),
        Case("Conv", FewChannels, (use, x) => Convolve(use, x, Square(use.Random.Choice(3, 5, 7, 11)), stride: use.Random.Choice(1, 2, 2, 4))) with { Chains = false },
        Case("Conv", use => use.Signal(), (use, x) => Convolve(use, x, [use.Random.Choice(1, 3, 3, 5, 9)], stride: use.Random.Choice(1, 1, 2))),
        Case("ConvTranspose", use => use.Image(), Transposed),
    ];

    private static OperatorCase Case(string name, Func<OperatorUse, long[]> shape, Func<OperatorUse, Value, Value> apply) =>
        new(name, Picoseconds, shape, apply) { Chains = true };

    private static long[] Square(int size) => [size, size];

    private static long[] FewChannels(OperatorUse use) => use.Sized(() =>
    {
        long size = use.Random.Integer(3, 32) * 8;
        return [use.Builder.Batch, use.Random.Choice(1, 3, 3, 3, 4), size, size];
    });

    private static Value Depthwise(OperatorUse use, Value x)
    {
        long[] kernel = Square(use.Random.Choice(3, 3, 5, 7));
        return Convolve(use, x, kernel, use.Random.Choice(1, 1, 2), groups: x.Channels, outputs: x.Channels);
    }

    private static Value Convolve(OperatorUse use, Value x, long[] kernel, int stride = 1, int dilation = 1, int groups = 1, int? outputs = null)
    {
        var b = use.Builder;
        if (x.Channels % groups != 0) throw new UnfitException($"{x.Channels} channels do not divide by {groups}");
        long[] pads = [.. kernel.Select(k => dilation * (k - 1) / 2)];
        long[] sizes = [.. kernel.Select((k, i) => (x.Shape[i + 2] + 2 * pads[i] - dilation * (k - 1) - 1) / stride + 1)];
        long window = kernel.Aggregate(1L, (product, k) => product * k), places = sizes.Aggregate(x.Shape[0], (product, size) => product * size);
        if (x.Shape[2..].Where((size, i) => size + 2 * pads[i] <= dilation * (kernel[i] - 1)).Any()) throw new UnfitException("the image is smaller than a window");
        long channels = use.Fit(() => outputs ?? (use.Width(8, 1024) + groups - 1) / groups * groups, c => Macs(c), groups == 1 ? Dense : Sparse);
        long[] shape = [x.Shape[0], channels, .. sizes];
        if (!OperatorUse.Holds(shape)) throw new UnfitException("the output is too large");
        List<Value> inputs = [x, b.Learned("weight", [channels, x.Channels / groups, .. kernel])];
        if (use.Random.Chance(75)) inputs.Add(b.Learned("bias", channels));
        b.Count(Macs(channels));
        return b.Apply(
            "Conv", [.. inputs], shape,
            ("dilations", kernel.Select(_ => (long)dilation).ToArray()), ("group", groups), ("kernel_shape", kernel),
            ("pads", pads.Concat(pads).ToArray()), ("strides", kernel.Select(_ => (long)stride).ToArray()));

        long Macs(long channels) => places * channels * (x.Channels / groups) * window;
    }

    private static Value Transposed(OperatorUse use, Value x)
    {
        var b = use.Builder;
        (long kernel, long stride, long pad, long extra) = use.Random.Choice((2, 2, 0, 0), (2, 2, 0, 0), (3, 2, 1, 1), (4, 2, 1, 0), (3, 1, 1, 0));
        long size = stride * (x.Shape[2] - 1) + extra + kernel - 2 * pad;
        long channels = use.Fit(() => use.Width(8, 512), c => x.Elements * c * kernel * kernel, 2 * Dense);
        long[] shape = [x.Shape[0], channels, size, size];
        if (!OperatorUse.Holds(shape)) throw new UnfitException("the output is too large");
        b.Count(x.Elements * channels * kernel * kernel);
        return b.Apply(
            "ConvTranspose", [x, b.Learned("weight", x.Channels, channels, kernel, kernel), b.Learned("bias", channels)], shape,
            ("dilations", new long[] { 1, 1 }), ("group", 1), ("kernel_shape", new[] { kernel, kernel }), ("output_padding", new[] { extra, extra }),
            ("pads", new[] { pad, pad, pad, pad }), ("strides", new[] { stride, stride }));
    }
}
