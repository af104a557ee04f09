using NarFormer.Graphs;

namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Operators that bring many elements down to few.</summary>
internal static class ReductionRules
{
    private static readonly string[] Reductions =
        ["ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceSumSquare"];

    public static void Register(RuleTable table)
    {
        foreach (string name in Reductions) table.Add(name, Reduce);
        foreach (string name in new[] { "ArgMax", "ArgMin" }) table.Add(name, ArgReduce);
        table.Add("TopK", TopK);
        table.Add("OneHot", OneHot);
        table.Add("Compress", c => c.Set(0, c.Type(0), c.Node.Attribute("axis") is null ? [TensorShape.Unknown] : Open(c.Shape(0), c.Node.Integer("axis", 0))));
        table.Add("NonZero", c => c.Set(0, ElementType.Int64, [Math.Max(1, c.Shape(0).Length), TensorShape.Unknown]));
        table.Add("NonMaxSuppression", c => c.Set(0, ElementType.Int64, [TensorShape.Unknown, 3]));
        table.Add("Multinomial", c => c.Set(0, Reading.ElementTypes.Of(c.Node.Integer("dtype", 6)), [c.Shape(0)[0], c.Node.Integer("sample_size", 1)]));
    }

    private static long[] Open(long[] shape, long axis) => [.. shape.Select((d, i) => i == RuleContext.Axis(axis, shape.Length) ? TensorShape.Unknown : d)];

    private static void Reduce(RuleContext c)
    {
        long[] shape = c.Shape(0);
        long[]? axes = c.AttributeOrInput("axes", 1);
        bool keep = c.Node.Integer("keepdims", 1) != 0;
        if (axes is null or [])
        {
            bool nothing = c.Node.Integer("noop_with_empty_axes", 0) != 0;
            c.Set(0, c.Type(0), nothing ? shape : keep ? [.. shape.Select(_ => 1L)] : []);
            return;
        }

        HashSet<int> reduced = [.. axes.Select(a => RuleContext.Axis(a, shape.Length))];
        c.Set(0, c.Type(0), [.. shape.Select((d, i) => reduced.Contains(i) ? 1 : d).Where((_, i) => keep || !reduced.Contains(i))]);
    }

    private static void ArgReduce(RuleContext c)
    {
        long[] shape = c.Shape(0);
        int axis = RuleContext.Axis(c.Node.Integer("axis", 0), shape.Length);
        bool keep = c.Node.Integer("keepdims", 1) != 0;
        c.Set(0, ElementType.Int64, [.. shape.Select((d, i) => i == axis ? 1 : d).Where((_, i) => keep || i != axis)]);
    }

    private static void TopK(RuleContext c)
    {
        long[] shape = [.. c.Shape(0)];
        long k = c.Node.Attribute("k") is not null ? c.Node.Integer("k", 1) : c.Integers(1)[0];
        shape[RuleContext.Axis(c.Node.Integer("axis", -1), shape.Length)] = k;
        c.Set(0, c.Type(0), shape);
        c.Set(1, ElementType.Int64, shape);
    }

    private static void OneHot(RuleContext c)
    {
        List<long> shape = [.. c.Shape(0)];
        shape.Insert(RuleContext.Axis(c.Node.Integer("axis", -1), shape.Count + 1), c.Integers(1)[0]);
        c.Set(0, c.Type(2), [.. shape]);
    }
}
