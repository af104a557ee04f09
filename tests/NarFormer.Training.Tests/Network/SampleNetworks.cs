using NarFormer.Encoding;

namespace NarFormer.Training.Tests.Network;

/// <summary>Small encoded networks with random features: a chain with skip edges, the last of them doubled.</summary>
internal static class SampleNetworks
{
    public static EncodedNetwork Chain(int nodes, int features, int statics, int seed)
    {
        var random = new Random(seed);
        var edges = Enumerable.Range(1, nodes - 1).Select(n => (Source: n - 1, Target: n)).ToList();
        for (int n = 3; n < nodes; n += 2) edges.Add((random.Next(n - 1), n));
        if (edges.Count > 0) edges.Add(edges[^1]);
        return new EncodedNetwork(
            nodes,
            Values(random, nodes * features),
            [.. edges.Select(e => e.Source)],
            [.. edges.Select(e => e.Target)],
            Values(random, statics));
    }

    public static EncodedNetwork[] Several(int features, int statics) =>
        [Chain(5, features, statics, 1), Chain(1, features, statics, 2), Chain(9, features, statics, 3)];

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
}
