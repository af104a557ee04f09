namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>How full what the node reads and writes would make a cache, because time per byte jumps where a cache ends.</summary>
internal sealed class CacheBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } =
        [.. new[] { "all", "weights", "input", "output" }.SelectMany(part => CacheLevels.Names($"cache.{part}"))];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var cost = subject.Cost;
        CacheLevels.Write((double)cost.InputBytes + cost.OutputBytes + cost.WeightBytes, ref row);
        CacheLevels.Write(cost.WeightBytes, ref row);
        CacheLevels.Write(cost.InputBytes, ref row);
        CacheLevels.Write(cost.OutputBytes, ref row);
    }
}
