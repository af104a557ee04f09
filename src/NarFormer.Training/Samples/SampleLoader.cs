using NarFormer.Datasets.Nnlqp;
using NarFormer.Encoding;
using NarFormer.Graphs;
using NarFormer.Graphs.Costs;

namespace NarFormer.Training.Samples;

/// <summary>Reads and encodes all networks of a data set.</summary>
public static class SampleLoader
{
    /// <summary>Loads the data set in <paramref name="folder"/>: measured networks of the zoo, the layout of NNLQP, or a snapshot of a store (see <see cref="StoreSnapshot"/>).</summary>
    /// <param name="folder">The folder, or the file of a snapshot.</param>
    /// <param name="encoding">What encodes the networks.</param>
    /// <param name="platform">The platform whose labels are used, where the data set has several.</param>
    /// <param name="cancellation">Stops loading.</param>
    /// <exception cref="InvalidDataException">The data set cannot be read, or its labels do not belong to today's zoo.</exception>
    public static IReadOnlyList<TrainingSample> Load(string folder, INetworkEncoding encoding, int? platform, CancellationToken cancellation) =>
        File.Exists(folder) ? SnapshotSamples.Load(folder, encoding, cancellation)
            : File.Exists(Path.Combine(folder, NnlqpLabels.FileName)) ? NnlqpSamples.Load(folder, encoding, platform, cancellation)
            : ZooSamples.Load(folder, encoding, cancellation);

    /// <summary>The sample of a network that <paramref name="read"/> reads with constants folded or not.</summary>
    internal static TrainingSample Sample(string family, ulong seed, double latencyMs, INetworkEncoding encoding, Func<bool, NetworkGraph> read)
    {
        var graph = read(true);
        var cost = NetworkCost.Of(graph);
        var universal = new UniversalEncoding();
        var statistics = universal.Encode(graph);
        var encoded = encoding.Name == universal.Name ? statistics : encoding.Encode(encoding.FoldsConstants ? graph : read(false));
        return new TrainingSample(family, seed, latencyMs, cost.Macs, cost.Parameters, cost.MemoryBytes, encoded) { Nodes = graph.Nodes.Count, Statistics = statistics.StaticFeatures };
    }
}
