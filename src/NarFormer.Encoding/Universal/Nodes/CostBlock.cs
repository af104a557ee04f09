namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>
/// What the node computes and moves, in absolute terms, in mixtures of the two (a machine that does r MACs in the time
/// of one byte is as busy as one with MACs + r·bytes), and, with <paramref name="shares"/>, as its share of the network.
/// </summary>
internal sealed class CostBlock(bool shares) : IFeatureBlock<NodeView>
{
    private static readonly string[] Shares = ["share.macs", "share.bytes", "share.weightBytes"];

    public IReadOnlyList<string> Names { get; } =
    [
        "cost.macs", "cost.otherFlops", "cost.parameters", "cost.weightBytes", "cost.inputBytes", "cost.outputBytes", "cost.activationBytes", "cost.bytes",
        "cost.intensity", "cost.macsAnd1Byte", "cost.macsAnd4Bytes", "cost.macsAnd16Bytes", "cost.none",
        .. shares ? Shares : [],
    ];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var cost = subject.Cost;
        var network = subject.Graph.Cost;
        double activations = (double)cost.InputBytes + cost.OutputBytes;
        double bytes = activations + cost.WeightBytes;
        double macs = cost.Macs;
        row.Add(LogScale.Large(macs));
        row.Add(LogScale.Large(cost.Flops - 2 * macs));
        row.Add(LogScale.Large(cost.Parameters));
        row.Add(LogScale.Large(cost.WeightBytes));
        row.Add(LogScale.Large(cost.InputBytes));
        row.Add(LogScale.Large(cost.OutputBytes));
        row.Add(LogScale.Large(activations));
        row.Add(LogScale.Large(bytes));
        row.Add(bytes > 0 ? LogScale.Large(cost.Flops / bytes) : 0);
        row.Add(LogScale.Large(macs + bytes));
        row.Add(LogScale.Large(macs + 4 * bytes));
        row.Add(LogScale.Large(macs + 16 * bytes));
        row.Add(cost.Flops == 0);
        if (!shares) return;
        row.Add(Share(macs, network.Macs));
        row.Add(Share(bytes, network.MemoryBytes));
        row.Add(Share(cost.WeightBytes, network.WeightBytes));
    }

    private static double Share(double part, double whole) => whole > 0 ? Math.Min(1, part / whole) : 0;
}
