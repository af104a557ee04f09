namespace NarFormer.Encoding.Universal.Statics;

/// <summary>For each kind of work, how many nodes do it, how much they compute and move, and their shares of the whole.</summary>
internal sealed class CategoryTotalsBlock : IFeatureBlock<GraphView>
{
    public IReadOnlyList<string> Names { get; } =
        [.. KernelCategories.Names.SelectMany(n => new[] { $"{n}.count", $"{n}.flops", $"{n}.bytes", $"{n}.flopShare", $"{n}.byteShare" })];

    public void Write(GraphView subject, ref FeatureRow row)
    {
        Span<int> counts = stackalloc int[KernelCategories.Count];
        Span<double> flops = stackalloc double[KernelCategories.Count];
        Span<double> bytes = stackalloc double[KernelCategories.Count];
        counts.Clear();
        flops.Clear();
        bytes.Clear();
        double allFlops = 0, allBytes = 0;
        foreach (var node in subject.Nodes)
        {
            int category = (int)node.Category;
            double moved = (double)node.Cost.InputBytes + node.Cost.OutputBytes + node.Cost.WeightBytes;
            counts[category]++;
            flops[category] += (double)node.Cost.Flops;
            bytes[category] += moved;
            allFlops += (double)node.Cost.Flops;
            allBytes += moved;
        }

        for (int i = 0; i < KernelCategories.Count; i++)
        {
            row.Add(LogScale.Large(counts[i]));
            row.Add(LogScale.Large(flops[i]));
            row.Add(LogScale.Large(bytes[i]));
            row.Add(allFlops > 0 ? flops[i] / allFlops : 0);
            row.Add(allBytes > 0 ? bytes[i] / allBytes : 0);
        }
    }
}
