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
        if (Taken(c) is >= 0 and var taken)
        {
            for (int i = 0; i < c.SubgraphOutputs[taken].Length; i++) c.Set(i, c.SubgraphOutputs[taken][i]);
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

    private static int Taken(RuleContext c)
    {
        if (!c.Has(0) || c.Input(0).Values is not [var condition]) return -1;
        string branch = condition != 0 ? "then_branch" : "else_branch";
        return c.Node.SubgraphNames.Index().Where(s => s.Item == branch).Select(s => s.Index).FirstOrDefault(-1);
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
        int scanned = (int)c.Node.Integer("num_scan_inputs", 1), states = c.InputCount - scanned;
        long steps = c.Has(states) && c.Input(states).Shape is { Length: > 0 } shape ? shape[0] : TensorShape.Unknown;
        for (int i = 0; i < c.Node.Outputs.Length && i < body.Length; i++)
            c.Set(i, body[i].Type, i < states || body[i].Shape is null ? body[i].Shape : [steps, .. body[i].Shape!]);
    }
}
