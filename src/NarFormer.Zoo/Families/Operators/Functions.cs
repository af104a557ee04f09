using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Functions of one value.</summary>
internal static class Functions
{
    private const int Cheapest = 100, Cheap = 500, Costly = 2000, Slow = 10_000, MishOpset = 18, GeluOpset = 20;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        Case("Relu", Cheap), Case("Relu", Cheap), Case("HardSwish", Cheap), Case("HardSwish", Cheap), Case("Abs", Cheap), Case("Neg", Cheap), Case("Sign", Cheap), Case("Floor", Cheap),
        Case("Ceil", Cheap), Case("Round", Cheap), Case("Reciprocal", Cheap), Case("Softsign", Cheap), Case("Sqrt", Cheap) with { Positive = true },
        Case("LeakyRelu", Cheap, use => ("alpha", use.Random.Integer(1, 30) / 100f)),
        Case("ThresholdedRelu", Cheap, use => ("alpha", use.Random.Integer(1, 100) / 100f)),
        Case("HardSigmoid", Cheap, _ => ("alpha", 1f / 6)),
        new("PRelu", Cheap, use => use.Image(), (use, x) => use.Builder.Apply("PRelu", [x, use.Builder.Learned("slope", x.Channels, 1, 1)], x.Shape)) { Chains = true },
        new("Clip", Cheap, use => use.Any(), Clip) { Chains = true },
        new("Shrink", Slow, use => use.Any(), (use, x) => use.Builder.Apply("Shrink", [x], x.Shape, ("lambd", 0.5f), ("bias", use.Random.Choice(0f, 0.5f)))) { Chains = true },
        Test("IsNaN", Cheap, ElementType.Float32), Test("IsInf", Cheap, ElementType.Float32), Test("Not", Cheapest, ElementType.Bool),

        Case("Sigmoid", Costly), Case("Sigmoid", Costly), Case("Tanh", Costly), Case("Tanh", Costly), Case("Erf", Costly), Case("Erf", Costly), Case("Selu", Costly), Case("Softplus", Slow),
        Case("Elu", Costly, _ => ("alpha", 1f)), Case("Celu", Slow, _ => ("alpha", 1f)),
        Case("Gelu", Costly, use => ("approximate", use.Random.Choice("none", "tanh")), GeluOpset), Case("Gelu", Costly, use => ("approximate", use.Random.Choice("none", "tanh")), GeluOpset),
        Case("Mish", Slow, opset: MishOpset),
        Case("Exp", Costly) with { Chains = false }, Case("Exp", Costly) with { Chains = false }, Case("Log", Slow) with { Chains = false, Positive = true },
        Case("Sin", Slow), Case("Cos", Slow), Case("Atan", Slow), Case("Asinh", Slow),
        .. ((string[])["Tan", "Asin", "Acos", "Sinh", "Cosh", "Atanh"]).Select(name => Case(name, Slow) with { Chains = false }),
        new("Pow", Slow, use => use.Any(), (use, x) => Power(use, x, 2)), new("Pow", Slow, use => use.Any(), (use, x) => Power(use, x, 3)),
        new("Pow", Slow, use => use.Any(), (use, x) => Power(use, x, use.Random.Choice(0.5f, 1.5f, 0.3f))) { Positive = true },
    ];

    private static OperatorCase Case(string name, int picoseconds, Func<OperatorUse, (string Name, object Content)>? attribute = null, int opset = 0) => new(name, picoseconds, use => use.Any(), (use, x) =>
    {
        use.Builder.Require(opset);
        return attribute is null ? use.Builder.Apply(name, [x], x.Shape) : use.Builder.Apply(name, [x], x.Shape, attribute(use));
    })
    {
        Chains = true,
    };

    private static OperatorCase Test(string name, int picoseconds, ElementType input) =>
        new(name, picoseconds, use => use.Any(), (use, x) => use.Builder.Apply(name, [x], x.Shape) with { Type = ElementType.Bool }) { Input = input };

    private static Value Clip(OperatorUse use, Value x)
    {
        var b = use.Builder;
        float low = use.Random.Choice(0f, 0f, -1f);
        return b.Apply("Clip", [x, b.Number(low), use.Random.Chance(80) ? b.Number(use.Random.Integer(1, 60) / 10f) : NetworkBuilder.Omitted], x.Shape);
    }

    private static Value Power(OperatorUse use, Value x, float exponent) => use.Builder.Apply("Pow", [x, use.Builder.Number(exponent)], x.Shape);
}
