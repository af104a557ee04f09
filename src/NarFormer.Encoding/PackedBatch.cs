namespace NarFormer.Encoding;

/// <summary>
/// Many networks packed into one: node rows stacked, one edge list, a graph index per node. There is no padding, so
/// the cost of a batch is linear in its nodes and edges.
/// </summary>
public sealed class PackedBatch
{
    private PackedBatch(int graphCount, int nodeCount, int edgeCount, int nodeFeatureCount, int staticFeatureCount)
    {
        GraphCount = graphCount;
        NodeCount = nodeCount;
        NodeFeatureCount = nodeFeatureCount;
        StaticFeatureCount = staticFeatureCount;
        NodeFeatures = new float[nodeCount * nodeFeatureCount];
        EdgeSources = new long[edgeCount];
        EdgeTargets = new long[edgeCount];
        GraphIndex = new long[nodeCount];
        StaticFeatures = new float[graphCount * staticFeatureCount];
    }

    /// <summary>The number of networks.</summary>
    public int GraphCount { get; }

    /// <summary>The number of nodes of all networks.</summary>
    public int NodeCount { get; }

    /// <summary>Features of one node.</summary>
    public int NodeFeatureCount { get; }

    /// <summary>Features of one network.</summary>
    public int StaticFeatureCount { get; }

    /// <summary>Row-major <c>[nodes, features]</c>.</summary>
    public float[] NodeFeatures { get; }

    /// <summary>Source node of each directed edge, <c>[edges]</c>, as the networks' values flow.</summary>
    public long[] EdgeSources { get; }

    /// <summary>Target node of each directed edge, <c>[edges]</c>.</summary>
    public long[] EdgeTargets { get; }

    /// <summary>The network that each node belongs to, <c>[nodes]</c>, ascending.</summary>
    public long[] GraphIndex { get; }

    /// <summary>Row-major <c>[graphs, static features]</c>.</summary>
    public float[] StaticFeatures { get; }

    /// <summary>Packs <paramref name="networks"/> in their order.</summary>
    /// <exception cref="ArgumentException">There are no networks, or they do not share one encoding's feature counts.</exception>
    public static PackedBatch Of(IReadOnlyList<EncodedNetwork> networks) => Of(networks, []);

    /// <summary>Packs <paramref name="networks"/> in their order, with further edges between any nodes of the batch.</summary>
    /// <exception cref="ArgumentException">There are no networks, they do not share one encoding's feature counts, or an edge names a node that is not there.</exception>
    public static PackedBatch Of(IReadOnlyList<EncodedNetwork> networks, IReadOnlyList<(long Source, long Target)> edges)
    {
        if (networks.Count == 0) throw new ArgumentException("no networks to pack", nameof(networks));
        int features = networks[0].FeatureCount;
        int statics = networks[0].StaticFeatures.Length;
        if (networks.Any(n => n.FeatureCount != features || n.StaticFeatures.Length != statics))
            throw new ArgumentException("the networks were not made by one encoding: their feature counts differ", nameof(networks));

        var batch = new PackedBatch(networks.Count, networks.Sum(n => n.NodeCount), networks.Sum(n => n.EdgeSources.Length) + edges.Count, features, statics);
        int node = 0, edge = 0;
        for (int g = 0; g < networks.Count; g++)
        {
            var network = networks[g];
            network.NodeFeatures.CopyTo(batch.NodeFeatures, node * features);
            network.StaticFeatures.CopyTo(batch.StaticFeatures, g * statics);
            batch.GraphIndex.AsSpan(node, network.NodeCount).Fill(g);
            for (int e = 0; e < network.EdgeSources.Length; e++, edge++)
            {
                batch.EdgeSources[edge] = network.EdgeSources[e] + node;
                batch.EdgeTargets[edge] = network.EdgeTargets[e] + node;
            }

            node += network.NodeCount;
        }

        if (edges.Any(e => (ulong)e.Source >= (ulong)node || (ulong)e.Target >= (ulong)node)) throw new ArgumentException($"an edge names a node outside 0..{node - 1}", nameof(edges));
        foreach (var (source, target) in edges) (batch.EdgeSources[edge], batch.EdgeTargets[edge++]) = (source, target);
        return batch;
    }
}
