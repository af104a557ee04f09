using NarFormer.Encoding;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Fitting;

/// <summary>Chains of nodes whose latency is a sum over nodes of a smooth function of the node's features.</summary>
internal static class SyntheticSamples
{
    public const int Features = 4;

    public static TrainingSample[] Of(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => One(random, (ulong)i))];
    }

    private static TrainingSample One(Random random, ulong number)
    {
        int nodes = random.Next(3, 12);
        float[] features = [.. Enumerable.Range(0, nodes * Features).Select(_ => random.NextSingle())];
        double latency = features.Chunk(Features).Sum(f => 0.1 + f[0] * f[1] + Math.Max(f[2], f[3]));
        int[] sources = [.. Enumerable.Range(0, nodes - 1)];
        var network = new EncodedNetwork(nodes, features, sources, [.. sources.Select(s => s + 1)], []);
        return new TrainingSample("chain", number, latency, 0, 0, 0, network);
    }
}
