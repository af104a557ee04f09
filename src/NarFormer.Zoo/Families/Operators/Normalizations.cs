using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Normalisation by statistics, and softmax.</summary>
internal static class Normalizations
{
    private const int Fast = 1000, Picoseconds = 3000, Slow = 20_000, GroupNormalizationOpset = 21;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        Case("BatchNormalization", Fast, use => use.Image(), (use, x) => use.Builder.BatchNormalization(x)),
        Case("InstanceNormalization", Picoseconds, use => use.Image(), (use, x) => Scaled(use, x, "InstanceNormalization")),
        Case("GroupNormalization", Picoseconds, use => use.Image(32), ByGroups),
        Case("LayerNormalization", Picoseconds, use => use.Sequence(), (use, x) => use.Builder.LayerNormalization(x)),
        Case("LayerNormalization", Picoseconds, use => use.Sequence(), (use, x) => use.Builder.LayerNormalization(x)),
        Case("LpNormalization", Slow, use => use.Any(), (use, x) => use.Builder.Apply("LpNormalization", [x], x.Shape, ("axis", Axis(use, x)), ("p", use.Random.Integer(1, 2)))),
        Case("MeanVarianceNormalization", Slow, use => use.Image(), (use, x) => use.Builder.Apply("MeanVarianceNormalization", [x], x.Shape, ("axes", use.Random.Choice<long[]>([0, 2, 3], [2, 3])))),
        Case("LRN", Slow, use => use.Image(), (use, x) => use.Builder.LocalResponseNormalization(x)),
        Case("Softmax", Picoseconds, use => use.Scores(), (use, x) => use.Builder.Softmax(x)),
        Case("Softmax", Picoseconds, use => use.Any(), (use, x) => use.Builder.Apply("Softmax", [x], x.Shape, ("axis", Axis(use, x)))),
        Case("LogSoftmax", Picoseconds, use => use.Any(), (use, x) => use.Builder.Apply("LogSoftmax", [x], x.Shape, ("axis", Axis(use, x)))),
    ];

    private static OperatorCase Case(string name, int picoseconds, Func<OperatorUse, long[]> shape, Func<OperatorUse, Value, Value> apply) =>
        new(name, picoseconds, shape, apply) { Chains = true };

    private static long Axis(OperatorUse use, Value x) => use.Random.Chance(50) ? x.Shape.Length - 1 : use.Random.Integer(1, x.Shape.Length - 1);

    private static Value Scaled(OperatorUse use, Value x, string name, params (string Name, object Content)[] attributes)
    {
        var b = use.Builder;
        return b.Apply(name, [x, b.Learned("scale", x.Channels), b.Learned("bias", x.Channels)], x.Shape, [.. attributes, ("epsilon", 1e-5f)]);
    }

    private static Value ByGroups(OperatorUse use, Value x)
    {
        use.Builder.Require(GroupNormalizationOpset);
        int groups = use.Random.Choice(2, 4, 8, 16, 32, 32);
        if (x.Channels % groups != 0) throw new UnfitException($"{x.Channels} channels do not divide by {groups}");
        return Scaled(use, x, "GroupNormalization", ("num_groups", groups));
    }
}
