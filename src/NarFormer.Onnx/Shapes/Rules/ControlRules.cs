using NarFormer.Graphs;

namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Control flow: what a node gives follows from what its subgraphs give.</summary>
internal static class ControlRules
{
    public static void Register(RuleTable table)
    {
        table.Add("If", If);
        table.Add("Loop", Loop);
        table.Add("Scan", Scan);
    }

    private static void If(RuleContext c)
    {
        if (c.Has(0) && c.Input(0).Values is [var condition] && c.SubgraphOutputs is [var then, var otherwise])
        {
            foreach (var (i, taken) in (condition != 0 ? then : otherwise).Index()) c.Set(i, taken);
            return;
        }

        for (int i = 0; i < c.Node.Outputs.Length; i++)
        {
            int output = i;
            var branches = c.SubgraphOutputs.Where(b => output < b.Length).Select(b => b[output]).ToList();
            if (branches.FirstOrDefault(b => b.Shape is not null) is not { } first) continue;
            bool agree = branches.All(b => b.Shape is null || b.Shape.Length == first.Shape!.Length);
            c.Set(i, first.Type, !agree ? null : [.. first.Shape!.Select((d, k) => branches.All(b => b.Shape is null || b.Shape[k] == d) ? d : TensorShape.Unknown)]);
        }
    }

    private static void Loop(RuleContext c)
    {
        if (c.SubgraphOutputs is not [var body]) return;
        int carried = Math.Max(0, c.InputCount - 2);
        long trips = c.Has(0) && c.Input(0).Values is [var count] ? (long)count : TensorShape.Unknown;
        for (int i = 0; i < c.Node.Outputs.Length && i + 1 < body.Length; i++)
        {
            var result = body[i + 1];
            c.Set(i, result.Type, i < carried || result.Shape is null ? result.Shape : [trips, .. result.Shape]);
        }
    }

    private static void Scan(RuleContext c)
    {
        if (c.SubgraphOutputs is not [var body]) return;
        int states = c.InputCount - (int)c.Node.Integer("num_scan_inputs", 1);
        long[] inputAxes = c.Node.Integers("scan_input_axes") ?? [], outputAxes = c.Node.Integers("scan_output_axes") ?? [];
        long steps = c.Has(states) && c.Input(states).Shape is { Length: > 0 } shape
            ? shape[RuleContext.Axis(inputAxes.Length > 0 ? inputAxes[0] : 0, shape.Length)]
            : TensorShape.Unknown;
        for (int i = 0; i < c.Node.Outputs.Length && i < body.Length; i++)
        {
            List<long>? result = body[i].Shape is { } step ? [.. step] : null;
            if (i >= states) result?.Insert(RuleContext.Axis(i - states < outputAxes.Length ? outputAxes[i - states] : 0, result.Count + 1), steps);
            c.Set(i, body[i].Type, result is null ? null : [.. result]);
        }
    }
}
