namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>
/// How full the levels of a usual memory hierarchy would be, as smooth steps from 0 (fits easily) to 1 (far too large),
/// because time per byte jumps where a cache ends.
/// </summary>
internal sealed class CacheBlock : IFeatureBlock<NodeView>
{
    private static readonly (string Name, double Bytes)[] Levels = [("32K", 32 << 10), ("1M", 1 << 20), ("32M", 32 << 20)];

    public IReadOnlyList<string> Names { get; } =
        [.. new[] { "all", "weights", "input", "output" }.SelectMany(_ => Levels, (part, level) => $"cache.{part}.{level.Name}")];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var cost = subject.Cost;
        Write((double)cost.InputBytes + cost.OutputBytes + cost.WeightBytes, ref row);
        Write(cost.WeightBytes, ref row);
        Write(cost.InputBytes, ref row);
        Write(cost.OutputBytes, ref row);
    }

    private static void Write(double bytes, ref FeatureRow row)
    {
        foreach (var (_, size) in Levels) row.Add(bytes / (bytes + size));
    }
}
