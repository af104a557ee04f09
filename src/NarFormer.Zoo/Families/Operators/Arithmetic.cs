using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Arithmetic, comparison and choice between values of one shape, or of which one is repeated.</summary>
internal static class Arithmetic
{
    private const int Picoseconds = 1000, Slow = 20_000, BitwiseOpset = 18;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. ((string[])["Add", "Add", "Sub", "Mul", "Mul", "Div"]).Select(name => Case(name, Picoseconds, ElementType.Float32, ElementType.Float32) with { Chains = true }),
        .. ((string[])["Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"]).Select(name => Case(name, Picoseconds, ElementType.Float32, ElementType.Bool)),
        .. ((string[])["And", "Or", "Xor"]).Select(name => Case(name, Picoseconds, ElementType.Bool, ElementType.Bool)),
        .. ((string[])["BitwiseAnd", "BitwiseOr", "BitwiseXor"]).Select(name => Case(name, Picoseconds, ElementType.Int32, ElementType.Int32, BitwiseOpset)),
        .. ((string[])["Max", "Min", "Sum", "Mean"]).Select(name => new OperatorCase(name, Picoseconds, use => use.Any(), (use, x) => Several(use, x, name)) { Chains = true }),
        new("Mod", Slow, use => use.Any(), (use, x) => use.Builder.Apply("Mod", [x, Other(use, x)], x.Shape, ("fmod", 1))),
        new("Where", Picoseconds, use => use.Any(), Choose) { Chains = true },
        new("Where", Picoseconds, use => use.Any(), Choose) { Chains = true },
    ];

    private static OperatorCase Case(string name, int picoseconds, ElementType input, ElementType output, int opset = 0) => new(name, picoseconds, use => use.Any(), (use, x) =>
    {
        use.Builder.Require(opset);
        return use.Builder.Apply(name, [x, Other(use, x with { Type = input })], x.Shape) with { Type = output };
    })
    {
        Input = input,
    };

    private static Value Other(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int kind = use.Random.Integer(0, 9);
        if (x.Type == ElementType.Float32 && kind == 0) return b.Number(use.Random.Integer(1, 1000) / 100f);
        if (x.Type == ElementType.Float32 && kind is 1 or 2) return b.Learned("vector", Trailing(x));
        return b.NextInput(x.Type, kind switch
        {
            3 => Repeated(x, axis => axis < 2),
            4 => Repeated(x, axis => axis != x.Shape.Length - 1),
            _ => x.Shape,
        });
    }

    // What a convolution adds to each channel, or a dense layer to each feature.
    private static long[] Trailing(Value x) => x.Shape.Length == 4 ? [x.Channels, 1, 1] : [x.Shape[^1]];

    private static long[] Repeated(Value x, Predicate<int> keeps) => [.. x.Shape.Select((d, axis) => keeps(axis) ? d : 1)];

    private static Value Several(OperatorUse use, Value x, string name)
    {
        int others = use.Random.Choice(1, 1, 2, 3);
        return use.Builder.Apply(name, [x, .. Enumerable.Range(0, others).Select(_ => others == 1 ? Other(use, x) : use.Builder.NextInput(ElementType.Float32, x.Shape))], x.Shape);
    }

    private static Value Choose(OperatorUse use, Value x)
    {
        var b = use.Builder;
        var condition = b.NextInput(ElementType.Bool, use.Random.Chance(60) ? x.Shape : Repeated(x, axis => axis == 0 || axis >= x.Shape.Length - 2));
        var other = use.Random.Chance(50) ? b.Number(-10_000f) : b.NextInput(ElementType.Float32, x.Shape);
        return b.Apply("Where", use.Random.Chance(50) ? [condition, x, other] : [condition, other, x], x.Shape);
    }
}
