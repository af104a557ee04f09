namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Recurrent layers: outputs of all steps, and the last states.</summary>
internal static class RecurrentRules
{
    public static void Register(RuleTable table)
    {
        foreach (string name in new[] { "LSTM", "GRU", "RNN" }) table.Add(name, Recurrent);
        table.Add(RuleTable.Contrib, "DynamicQuantizeLSTM", Recurrent);
    }

    private static void Recurrent(RuleContext c)
    {
        long[] x = c.Shape(0);
        if (x.Length != 3) throw RuleContext.Contradiction($"input of rank {x.Length}, not 3");
        bool batchFirst = c.Node.Integer("layout", 0) != 0;
        long steps = x[batchFirst ? 1 : 0], batch = x[batchFirst ? 0 : 1];
        long directions = c.Node.Text("direction", "forward") == "bidirectional" ? 2 : 1;
        long hidden = c.Node.Integer("hidden_size", 0) is > 0 and var stated ? stated : c.Shape(2)[^1];
        c.Set(0, c.Type(0), batchFirst ? [batch, steps, directions, hidden] : [steps, directions, batch, hidden]);
        long[] state = batchFirst ? [batch, directions, hidden] : [directions, batch, hidden];
        c.Set(1, c.Type(0), state);
        c.Set(2, c.Type(0), state);
    }
}
