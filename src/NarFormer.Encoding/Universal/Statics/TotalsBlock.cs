namespace NarFormer.Encoding.Universal.Statics;

/// <summary>What the whole network computes and holds.</summary>
internal sealed class TotalsBlock : IFeatureBlock<GraphView>
{
    private static readonly double[] Caches = [1 << 20, 8 << 20, 64 << 20];

    public IReadOnlyList<string> Names { get; } =
    [
        "total.macs", "total.otherFlops", "total.parameters", "total.weightBytes", "total.memoryBytes", "total.peakActivationBytes", "total.intensity",
        "total.nodes", "total.edges", "total.depth", "total.width", "total.inputs", "total.outputs", "total.batch", "total.inputElements",
        "total.weights.1M", "total.weights.8M", "total.weights.64M", "total.activations.1M", "total.activations.8M", "total.activations.64M",
        "total.unknownShapes",
    ];

    public void Write(GraphView subject, ref FeatureRow row)
    {
        var cost = subject.Cost;
        var graph = subject.Graph;
        double nodes = subject.Nodes.Length;
        row.Add(LogScale.Large(cost.Macs));
        row.Add(LogScale.Large(cost.Flops - 2.0 * cost.Macs));
        row.Add(LogScale.Large(cost.Parameters));
        row.Add(LogScale.Large(cost.WeightBytes));
        row.Add(LogScale.Large(cost.MemoryBytes));
        row.Add(LogScale.Large(cost.PeakActivationBytes));
        row.Add(cost.MemoryBytes > 0 ? LogScale.Large((double)cost.Flops / cost.MemoryBytes) : 0);
        row.Add(LogScale.Large(nodes));
        row.Add(LogScale.Large(graph.Edges.Count));
        row.Add(LogScale.Large(subject.Depth));
        row.Add(LogScale.Small(nodes / Math.Max(1, subject.Depth)));
        row.Add(LogScale.Small(graph.Inputs.Count));
        row.Add(LogScale.Small(graph.Outputs.Count));
        row.Add(LogScale.Small(Batch(subject)));
        row.Add(LogScale.Large(graph.Inputs.Sum(i => (double)(i.ElementCount ?? 0))));
        foreach (double size in Caches) row.Add(cost.WeightBytes / (cost.WeightBytes + size));
        foreach (double size in Caches) row.Add(cost.PeakActivationBytes / (cost.PeakActivationBytes + size));
        row.Add(subject.Nodes.Count(n => n.Output?.Shape is not { IsKnown: true }) / nodes);
    }

    private static long Batch(GraphView subject) =>
        subject.Graph.Inputs.Count > 0 && subject.Graph.Inputs[0].Shape is { Rank: > 0 } shape ? Math.Max(0, shape[0]) : 0;
}
