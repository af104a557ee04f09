using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Many elements brought down to few, sorted or summed up.</summary>
internal static class Reductions
{
    private const int Fast = 1000, Slow = 10_000;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. (((string Name, int Picoseconds)[])
        [
            ("ReduceMean", Fast), ("ReduceMean", Fast), ("ReduceSum", Fast), ("ReduceMax", Fast), ("ReduceMin", Fast), ("ReduceProd", Fast),
            ("ReduceL1", Fast), ("ReduceL2", Fast), ("ReduceSumSquare", Fast), ("ReduceLogSumExp", Slow),
        ]).Select(c => new OperatorCase(c.Name, c.Picoseconds, use => use.Any(), (use, x) => Reduce(use, x, c.Name))),
        new("ReduceLogSum", Fast, use => use.Any(), (use, x) => Reduce(use, x, "ReduceLogSum")) { Positive = true },
        .. (((string Name, int Picoseconds)[])[("GlobalAveragePool", Fast), ("GlobalAveragePool", Fast), ("GlobalMaxPool", Fast), ("GlobalLpPool", 2 * Slow)])
            .Select(c => new OperatorCase(c.Name, c.Picoseconds, use => use.Image(), (use, x) => use.Builder.Apply(c.Name, [x], [.. x.Shape[..2], 1, 1]))),
        new("ArgMax", Slow, use => use.Any(), (use, x) => Place(use, x, "ArgMax")),
        new("ArgMin", Slow, use => use.Any(), (use, x) => Place(use, x, "ArgMin")),
        new("TopK", Slow, use => use.Any(), Largest),
        new("CumSum", Slow, use => use.Any(), (use, x) => use.Builder.Apply("CumSum", [x, use.Builder.Integer(Axis(use, x))], x.Shape, ("exclusive", use.Random.Integer(0, 1)), ("reverse", use.Random.Integer(0, 1)))) { Chains = true },
        new("Hardmax", Slow, use => use.Any(), (use, x) => use.Builder.Apply("Hardmax", [x], x.Shape, ("axis", Axis(use, x)))),
    ];

    private static long Axis(OperatorUse use, Value x) => use.Random.Chance(50) ? x.Shape.Length - 1 : use.Random.Integer(1, x.Shape.Length - 1);

    private static Value Reduce(OperatorUse use, Value x, string name)
    {
        var b = use.Builder;
        int last = x.Shape.Length - 1;
        long[] axes = use.Random.Choice<long[]>([last], [last], [last - 1, last], [last - 1], [1], [.. Enumerable.Range(1, last).Select(i => (long)i)]);
        bool keep = use.Random.Chance(60);
        long[] shape = [.. x.Shape.Select((d, i) => axes.Contains(i) ? 1 : d).Where((_, i) => keep || !axes.Contains(i))];
        return name == "ReduceSum"
            ? b.Apply(name, [x, b.Integers(axes)], shape, ("keepdims", keep ? 1 : 0))
            : b.Apply(name, [x], shape, ("axes", axes), ("keepdims", keep ? 1 : 0));
    }

    private static Value Place(OperatorUse use, Value x, string name)
    {
        long axis = Axis(use, x);
        long[] shape = [.. x.Shape.Where((_, i) => i != axis)];
        return use.Builder.Apply(name, [x], shape, ("axis", axis), ("keepdims", 0)) with { Type = ElementType.Int64 };
    }

    private static Value[] Largest(OperatorUse use, Value x)
    {
        var b = use.Builder;
        long axis = Axis(use, x);
        long[] shape = [.. x.Shape];
        shape[axis] = use.Random.Logarithmic(1, (int)Math.Min(256, x.Shape[axis]));
        var values = b.Apply("TopK", [x, b.Integers(shape[axis])], shape, ("axis", axis), ("largest", use.Random.Integer(0, 1)), ("sorted", 1));
        return [values, b.NextOutput(values, shape) with { Type = ElementType.Int64 }];
    }
}
