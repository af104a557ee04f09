using NarFormer.Architecture;
using NarFormer.Encoding;

namespace NarFormer.Tests.Architecture;

/// <summary>Encoded networks of random features and edges.</summary>
internal static class RandomNetworks
{
    public static EncodedNetwork Of(NetworkOptions options, int nodes, int edges, int seed)
    {
        var random = new Random(seed);
        int[] sources = new int[edges], targets = new int[edges];
        for (int e = 0; e < edges; e++)
        {
            targets[e] = random.Next(1, nodes);
            sources[e] = random.Next(targets[e]);
        }

        return new EncodedNetwork(nodes, Values(nodes * options.NodeFeatures), sources, targets, Values(options.StaticFeatures));

        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
    }
}
