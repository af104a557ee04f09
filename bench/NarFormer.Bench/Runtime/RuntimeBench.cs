using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Training.Native;
using NarFormer.Training.Network;

namespace NarFormer.Bench.Runtime;

/// <summary>
/// The network of published size (2 blocks, 512 channels, 2.31 million parameters) as an exported graph in ONNX Runtime on
/// one thread, beside the training network in libtorch on two, on the same batches in turn.
/// </summary>
internal static class RuntimeBench
{
    private const int TorchThreads = 2;

    private static readonly NetworkOptions Options = new() { NodeFeatures = 152, StaticFeatures = 40 };

    private static readonly (string Name, int Graphs, int Nodes)[] Batches =
    [
        ("one network of 107 nodes", 1, 107),
        ("16 networks of 97 nodes", 16, 97),
        ("1,000 cells of 8 nodes", 1_000, 8),
    ];

    private static readonly int[] Sizes = [10, 30, 100, 300, 1_000, 3_000, 10_000];

    public static void Run(TextWriter output)
    {
        TorchProcess.Configure(TorchThreads);
        using var network = new NarFormerNetwork(Options, seed: 1);
        network.eval();
        using var contest = new RuntimeContest(network);
        output.WriteLine($"{"",-26}{"runtime, 1 thread",20}{$"libtorch, {TorchThreads} threads",22}{"ratio",8}   (ms, median of alternating runs)");
        foreach (var (name, graphs, nodes) in Batches)
        {
            var (runtime, torch) = contest.Compare(BatchOf(graphs, nodes));
            output.WriteLine($"{name,-26}{runtime,20:F2}{torch,22:F2}{torch / runtime,8:F2}");
        }

        output.WriteLine();
        output.WriteLine($"{"nodes of one network",-26}{"first time, ms",20}{"µs a node",12}{"second time, ms",20}{"µs a node",12}");
        double[] first = Times(), second = Times(); // twice, to show how far the machine drifts
        foreach (var (i, nodes) in Sizes.Index())
        {
            output.WriteLine($"{nodes,-26}{first[i],20:F2}{1000 * first[i] / nodes,12:F1}{second[i],20:F2}{1000 * second[i] / nodes,12:F1}");
        }

        double[] Times() => [.. Sizes.Select(nodes => contest.Runtime(BatchOf(1, nodes)))];
    }

    private static PackedBatch BatchOf(int graphs, int nodes) =>
        PackedBatch.Of([.. Enumerable.Range(0, graphs).Select(seed => Chain(nodes, new Random(seed)))]);

    // A chain with a skip connection at every fifth node, as dense as networks are.
    private static EncodedNetwork Chain(int nodes, Random random)
    {
        var edges = new List<(int Source, int Target)>();
        for (int node = 1; node < nodes; node++)
        {
            edges.Add((node - 1, node));
            if (node % 5 == 0) edges.Add((node - 4, node));
        }

        return new EncodedNetwork(
            nodes, Features(nodes * Options.NodeFeatures), [.. edges.Select(e => e.Source)], [.. edges.Select(e => e.Target)], Features(Options.StaticFeatures));

        float[] Features(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
    }
}
