using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Reads and writes at places that indices name. These are stored with the network or, where it reads them, right for whatever is at least 0 and at most 1.</summary>
internal static class Indexing
{
    private const int Picoseconds = 1000, Slow = 8000, MostStored = 16_384;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("Gather", Slow, use => Tokens(use, 512), Embedding) { Input = ElementType.Int64 },
        new("Gather", Picoseconds, use => use.Any(), Rows),
        new("Gather", Picoseconds, use => use.Any(), Rows),
        new("GatherElements", Slow, use => use.Any(), Elements),
        new("GatherND", Slow, use => use.Sequence(), Points),
        new("ScatterElements", Slow, use => use.Any(), Scatter),
        new("ScatterElements", Slow, use => use.Sequence(), Scatter),
        new("ScatterND", Picoseconds, use => use.Sequence(), ScatterPoints),
        new("OneHot", Slow, use => Tokens(use, 2048), OneHot) { Input = ElementType.Int64 },
    ];

    private static long[] Tokens(OperatorUse use, int most) => [use.Builder.Batch, use.Random.Logarithmic(8, most)];

    // Most networks of gathers know their places; others are told them.
    private static Value Places(OperatorUse use, long limit, params long[] shape)
    {
        long count = new Value("", shape).Elements;
        if (count > MostStored || use.Random.Chance(30)) return use.Builder.NextInput(ElementType.Int64, shape);
        long[] values = new long[count];
        for (int i = 0; i < values.Length; i++) values[i] = use.Random.Integer(0, (int)limit - 1);
        return use.Builder.Stored(values, shape);
    }

    private static int Axis(OperatorUse use, Value x) => OperatorUse.Until(() => use.Random.Integer(1, x.Shape.Length - 1), axis => x.Shape[axis] > 1);

    private static Value Embedding(OperatorUse use, Value x) =>
        use.Builder.Embedding(x, use.Random.Logarithmic(100, 8000), use.Fit(() => use.Width(16, 1024), width => x.Elements * width, Picoseconds));

    private static Value Rows(OperatorUse use, Value x)
    {
        int axis = Axis(use, x);
        long count = use.Fit(() => use.Random.Logarithmic(1, 2 * (int)x.Shape[axis]), c => x.Elements / x.Shape[axis] * c, Picoseconds);
        return use.Builder.Apply("Gather", [x, Places(use, x.Shape[axis], count)], [.. x.Shape[..axis], count, .. x.Shape[(axis + 1)..]], ("axis", axis));
    }

    private static Value Elements(OperatorUse use, Value x)
    {
        int axis = Axis(use, x);
        long[] shape = [.. x.Shape];
        shape[axis] = use.Fit(() => use.Random.Logarithmic(1, (int)x.Shape[axis]), c => x.Elements / x.Shape[axis] * c, Slow);
        return use.Builder.Apply("GatherElements", [x, Places(use, x.Shape[axis], shape)], shape, ("axis", axis));
    }

    private static Value Points(OperatorUse use, Value x)
    {
        var b = use.Builder;
        long count = use.Fit(() => use.Random.Logarithmic(4, 2 * (int)x.Shape[1]), c => x.Elements / x.Shape[1] * c, Picoseconds);
        return b.Apply("GatherND", [x, Places(use, x.Shape[1], x.Shape[0], count, 1)], [x.Shape[0], count, x.Shape[2]], ("batch_dims", 1));
    }

    // Sums over the edges of a graph write to each place several times.
    private static Value Scatter(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int axis = Axis(use, x);
        long[] shape = [.. x.Shape];
        shape[axis] = use.Fit(() => use.Random.Logarithmic(1, 8 * (int)x.Shape[axis]), c => x.Elements / x.Shape[axis] * c, Slow);
        return b.Apply(
            "ScatterElements", [x, Places(use, x.Shape[axis], shape), b.NextInput(ElementType.Float32, shape)], x.Shape, ("axis", axis), ("reduction", use.Random.Choice("none", "add")));
    }

    private static Value ScatterPoints(OperatorUse use, Value x)
    {
        var b = use.Builder;
        long count = use.Random.Logarithmic(4, (int)x.Shape[1]);
        long[] samples = [.. Enumerable.Range(0, (int)count).SelectMany(_ => new long[] { use.Random.Integer(0, b.Batch - 1), use.Random.Integer(0, (int)x.Shape[1] - 1) })];
        return b.Apply(
            "ScatterND", [x, b.Stored(samples, count, 2), b.NextInput(ElementType.Float32, count, x.Shape[2])], x.Shape, ("reduction", use.Random.Choice("none", "add")));
    }

    private static Value OneHot(OperatorUse use, Value x)
    {
        var b = use.Builder;
        long depth = use.Fit(() => use.Random.Logarithmic(10, 4096), d => x.Elements * d, Picoseconds);
        return b.Apply("OneHot", [x, b.Integers(depth), b.Numbers(0, 1)], [.. x.Shape, depth]);
    }
}
