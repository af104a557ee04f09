using NarFormer.Graphs.Costs;

namespace NarFormer.Server.Networks;

/// <summary>What part each node has in the cost of its network.</summary>
internal static class CostShares
{
    // A processor core does some tens of billions of MACs a second and moves some billions of bytes.
    private const double MacsOfAByte = 4;

    /// <summary>The parts, <c>[nodes]</c>, which sum to 1: by MACs and bytes moved, a byte for four MACs.</summary>
    public static double[] Of(NetworkCost cost)
    {
        double[] weights = [.. cost.Nodes.Select(n => n.Macs + (MacsOfAByte * n.MemoryBytes))];
        double total = weights.Sum();
        return total > 0 ? [.. weights.Select(w => w / total)] : [.. weights.Select(_ => 1.0 / weights.Length)];
    }
}
