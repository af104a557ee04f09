namespace NarFormer.Encoding.Universal.Statics;

/// <summary>For each kind of work, how many nodes do it, how much they compute and move, and their shares of the whole.</summary>
internal sealed class CategoryTotalsBlock : IFeatureBlock<GraphView>
{
    public IReadOnlyList<string> Names { get; } =
        [.. KernelCategories.Names.SelectMany(n => new[] { $"{n}.count", $"{n}.macs", $"{n}.bytes", $"{n}.macShare", $"{n}.byteShare" })];

    public void Write(GraphView subject, ref FeatureRow row)
    {
        Span<int> counts = stackalloc int[KernelCategories.Count];
        Span<double> macs = stackalloc double[KernelCategories.Count];
        Span<double> bytes = stackalloc double[KernelCategories.Count];
        counts.Clear();
        macs.Clear();
        bytes.Clear();
        double allMacs = 0, allBytes = 0;
        foreach (var node in subject.Nodes)
        {
            int category = (int)node.Category;
            double moved = (double)node.Cost.InputBytes + node.Cost.OutputBytes + node.Cost.WeightBytes;
            counts[category]++;
            macs[category] += node.Cost.Macs;
            bytes[category] += moved;
            allMacs += node.Cost.Macs;
            allBytes += moved;
        }

        for (int i = 0; i < KernelCategories.Count; i++)
        {
            row.Add(LogScale.Large(counts[i]));
            row.Add(LogScale.Large(macs[i]));
            row.Add(LogScale.Large(bytes[i]));
            row.Add(allMacs > 0 ? macs[i] / allMacs : 0);
            row.Add(allBytes > 0 ? bytes[i] / allBytes : 0);
        }
    }
}
