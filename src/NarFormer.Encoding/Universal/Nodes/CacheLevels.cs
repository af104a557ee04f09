namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>The levels of a usual memory hierarchy, and how full bytes would make them.</summary>
internal static class CacheLevels
{
    private static readonly (string Name, double Bytes)[] Levels = [("32K", 32 << 10), ("1M", 1 << 20), ("32M", 32 << 20)];

    /// <summary>The name of a feature for each level.</summary>
    public static IEnumerable<string> Names(string prefix) => Levels.Select(level => $"{prefix}.{level.Name}");

    /// <summary>Writes for each level a smooth step from 0 (fits easily) to 1 (far too large).</summary>
    public static void Write(double bytes, ref FeatureRow row)
    {
        foreach (var (_, size) in Levels) row.Add(bytes / (bytes + size));
    }
}
