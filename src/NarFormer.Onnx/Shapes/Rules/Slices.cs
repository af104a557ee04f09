namespace NarFormer.Onnx.Shapes.Rules;

/// <summary><c>Slice</c> in its attribute form (opset 1) and its input form (opset 10).</summary>
internal static class Slices
{
    /// <summary>The first element, step and number of elements along one axis.</summary>
    /// <param name="Start">The first element.</param>
    /// <param name="Step">From one element to the next.</param>
    /// <param name="Count">How many.</param>
    internal readonly record struct Range(long Start, long Step, long Count);

    public static void Apply(RuleContext c)
    {
        Range[] ranges = Ranges(c, c.Shape(0));
        c.Set(0, c.Type(0), [.. ranges.Select(r => r.Count)]);
    }

    /// <summary>What is taken along each axis of a tensor of <paramref name="shape"/>.</summary>
    public static Range[] Ranges(RuleContext c, long[] shape)
    {
        long[] starts = c.AttributeOrInput("starts", 1) ?? throw RuleContext.Contradiction("there are no starts");
        long[] ends = c.AttributeOrInput("ends", 2) ?? throw RuleContext.Contradiction("there are no ends");
        long[] axes = c.AttributeOrInput("axes", 3) ?? [.. Enumerable.Range(0, starts.Length).Select(i => (long)i)];
        long[] steps = c.Has(4) ? c.Integers(4) : [.. Enumerable.Repeat(1L, starts.Length)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length) throw RuleContext.Contradiction("starts, ends, axes and steps differ in number");
        Range[] ranges = [.. shape.Select(d => new Range(0, 1, d))];
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = RuleContext.Axis(axes[i], shape.Length);
            ranges[axis] = Of(starts[i], ends[i], steps[i], shape[axis]);
        }

        return ranges;
    }

    private static Range Of(long start, long end, long step, long size)
    {
        if (step == 0) throw RuleContext.Contradiction("a step of 0");
        if (start < 0) start = Math.Max(start + size, step < 0 ? -1 : 0);
        if (end < 0) end = Math.Max(end + size, step < 0 ? -1 : 0);
        (start, end) = step > 0 ? (Math.Min(start, size), Math.Min(end, size)) : (Math.Min(start, size - 1), Math.Min(end, size));
        long span = step > 0 ? end - start : start - end;
        long stride = Math.Abs(step == long.MinValue ? long.MaxValue : step);
        return new Range(start, step, span <= 0 ? 0 : (span - 1) / stride + 1);
    }
}
