using NarFormer.Encoding;

namespace NarFormer.Training.Fitting;

/// <summary>
/// Edges between the networks of a step. Networks of single operators have none of the neighbours that operators have in
/// real networks, and an operator that training knows from them alone would be known without neighbours only. So their nodes get
/// edges from and to random nodes of the other networks, which change nothing about what they cost.
/// </summary>
/// <param name="share">The share of networks that are connected with others.</param>
/// <param name="seed">The recipe's seed.</param>
internal sealed class Splicing(double share, long seed)
{
    /// <summary>Edges for the <paramref name="networks"/> of a step; the same ones whenever the step is the same.</summary>
    /// <param name="networks">The networks, in the order in which they are packed.</param>
    /// <param name="spliced">Whether each may be connected with others.</param>
    /// <param name="step">The step.</param>
    public IReadOnlyList<(long Source, long Target)> Edges(IReadOnlyList<EncodedNetwork> networks, IReadOnlyList<bool> spliced, long step)
    {
        var random = new Random((int)SeedMix.Of(seed, SeedMix.Splices, step));
        int all = networks.Sum(n => n.NodeCount), first = 0;
        var edges = new List<(long Source, long Target)>();
        for (int g = 0; g < networks.Count; first += networks[g++].NodeCount)
        {
            int count = networks[g].NodeCount;
            if (!spliced[g] || count == all || random.NextDouble() >= share) continue;
            for (int node = first; node < first + count; node++)
            {
                edges.Add((Other(first, count, all, random), node));
                edges.Add((node, Other(first, count, all, random)));
            }
        }

        return edges;
    }

    // A node of another network.
    private static long Other(int first, int count, int all, Random random)
    {
        int node = random.Next(all - count);
        return node < first ? node : node + count;
    }
}
