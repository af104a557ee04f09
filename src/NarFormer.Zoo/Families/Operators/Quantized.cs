using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Convolutions and products over whole numbers of one byte.</summary>
internal static class Quantized
{
    private const int Picoseconds = 5000, Multiplication = 40;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("MatMulInteger", Picoseconds, use => use.Sequence(), (use, x) => Product(use, x, false)) { Input = ElementType.UInt8 },
        new("QLinearMatMul", Picoseconds, use => use.Sequence(), (use, x) => Product(use, x, true)) { Input = ElementType.UInt8 },
        new("ConvInteger", Picoseconds, use => use.Image(), (use, x) => Convolution(use, x, false)) { Input = ElementType.UInt8 },
        new("QLinearConv", Picoseconds, use => use.Image(), (use, x) => Convolution(use, x, true)) { Input = ElementType.UInt8 },
    ];

    private static Value Product(OperatorUse use, Value x, bool scaled)
    {
        var b = use.Builder;
        long width = use.Fit(() => use.Width(8, 2048), w => x.Elements * w, Multiplication);
        b.Count(x.Elements * width);
        return Apply(use, scaled ? "QLinearMatMul" : "MatMulInteger", x, b.Learned("weight", ElementType.UInt8, x.Shape[^1], width), [.. x.Shape[..^1], width]);
    }

    private static Value Convolution(OperatorUse use, Value x, bool scaled)
    {
        var b = use.Builder;
        long kernel = use.Random.Choice(1, 3, 3, 5), pad = kernel / 2, stride = use.Random.Choice(1, 1, 2), size = (x.Shape[2] - 1) / stride + 1;
        long places = x.Shape[0] * size * size * x.Channels * kernel * kernel;
        long channels = use.Fit(() => use.Width(8, 1024), c => places * c, Multiplication);
        b.Count(places * channels);
        return Apply(
            use, scaled ? "QLinearConv" : "ConvInteger", x, b.Learned("weight", ElementType.UInt8, channels, x.Channels, kernel, kernel), [x.Shape[0], channels, size, size],
            ("kernel_shape", new[] { kernel, kernel }), ("pads", new[] { pad, pad, pad, pad }), ("strides", new[] { stride, stride }));
    }

    private static Value Apply(OperatorUse use, string name, Value x, Value weight, long[] shape, params (string Name, object Content)[] attributes)
    {
        var b = use.Builder;
        Value scale = b.Number(0.02f), zero = b.Zeros(ElementType.UInt8);
        return name.StartsWith("QLinear", StringComparison.Ordinal)
            ? b.Apply(name, [x, scale, zero, weight, scale, zero, b.Number(0.1f), zero], shape, attributes) with { Type = ElementType.UInt8 }
            : b.Apply(name, [x, weight, zero, zero], shape, attributes) with { Type = ElementType.Int32 };
    }
}
