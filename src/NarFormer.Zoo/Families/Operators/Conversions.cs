using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Changes of the type of elements.</summary>
internal static class Conversions
{
    private const int Fast = 700, Picoseconds = 1500;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        Cast(ElementType.Float32, ElementType.Int64, ElementType.Int32, ElementType.UInt8, ElementType.Bool, ElementType.Float16, ElementType.Float64),
        Cast(ElementType.Int64, ElementType.Float32, ElementType.Int32, ElementType.Bool),
        Cast(ElementType.Bool, ElementType.Float32, ElementType.Int64),
        Cast(ElementType.UInt8, ElementType.Float32),
        new("QuantizeLinear", Picoseconds, use => use.Image(), Quantize),
        new("QuantizeLinear", Picoseconds, use => use.Any(), Quantize),
        Dequantization(ElementType.UInt8),
        Dequantization(ElementType.Int8),
        new("DynamicQuantizeLinear", Picoseconds, use => use.Any(), QuantizeByRange),
    ];

    private static OperatorCase Cast(ElementType from, params ElementType[] to) => new("Cast", Fast, use => use.Any(), (use, x) =>
    {
        var type = use.Random.Choice<ElementType>(to);
        return use.Builder.Apply("Cast", [x], x.Shape, ("to", (int)type)) with { Type = type };
    })
    {
        Input = from,
    };

    private static OperatorCase Dequantization(ElementType type) =>
        new("DequantizeLinear", Picoseconds, use => use.Image(), (use, x) => Scaled(use, x, "DequantizeLinear", type)) { Input = type };

    private static Value Quantize(OperatorUse use, Value x)
    {
        var type = use.Random.Choice(ElementType.UInt8, ElementType.Int8);
        return Scaled(use, x, "QuantizeLinear", type) with { Type = type };
    }

    private static Value Scaled(OperatorUse use, Value x, string name, ElementType type)
    {
        var b = use.Builder;
        return use.Random.Chance(30)
            ? b.Apply(name, [x, b.Learned("scale", x.Shape[1]), b.Zeros(type, x.Shape[1])], x.Shape, ("axis", 1))
            : b.Apply(name, [x, b.Number(use.Random.Integer(1, 1000) / 10_000f), b.Zeros(type)], x.Shape);
    }

    private static Value[] QuantizeByRange(OperatorUse use, Value x)
    {
        var y = use.Builder.Apply("DynamicQuantizeLinear", [x], x.Shape) with { Type = ElementType.UInt8 };
        return [y, use.Builder.NextOutput(y), use.Builder.NextOutput(y) with { Type = ElementType.UInt8 }];
    }
}
