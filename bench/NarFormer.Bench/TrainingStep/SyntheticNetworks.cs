using NarFormer.Encoding;

namespace NarFormer.Bench.TrainingStep;

/// <summary>Networks of the published size: 1,550 nodes in 16 networks, chains with the skip edges of a ResNet, random features.</summary>
internal static class SyntheticNetworks
{
    public const int Graphs = 16;
    public const int Nodes = 1550;
    public const int Features = 152;
    public const int Statics = 40;
    private const int NodesOfABlock = 7;

    public static EncodedNetwork[] All() => [.. Enumerable.Range(0, Graphs).Select(g => One((Nodes * (g + 1) / Graphs) - (Nodes * g / Graphs), g))];

    private static EncodedNetwork One(int nodes, int seed)
    {
        var random = new Random(seed);
        var edges = Enumerable.Range(1, nodes - 1).Select(n => (Source: n - 1, Target: n)).ToList();
        for (int n = NodesOfABlock; n < nodes; n += NodesOfABlock) edges.Add((n - NodesOfABlock, n));
        return new EncodedNetwork(nodes, Values(random, nodes * Features), [.. edges.Select(e => e.Source)], [.. edges.Select(e => e.Target)], Values(random, Statics));
    }

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
}
