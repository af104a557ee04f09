using NarFormer.Architecture;
using NarFormer.Encoding;

namespace NarFormer.Runtime;

/// <summary>The edges of a packed batch as a predictor graph takes them, with the degree of each node.</summary>
internal sealed class PackedEdges
{
    /// <summary>Takes the edges of <paramref name="batch"/>; an edge that is given twice counts once.</summary>
    public PackedEdges(PackedBatch batch, EdgeDirection direction)
    {
        var directed = new HashSet<(long Source, long Target)>(batch.EdgeSources.Length);
        for (int e = 0; e < batch.EdgeSources.Length; e++) directed.Add((batch.EdgeSources[e], batch.EdgeTargets[e]));
        var undirected = new HashSet<(long Source, long Target)>(2 * directed.Count);
        foreach (var (source, target) in directed)
        {
            undirected.Add((source, target));
            undirected.Add((target, source));
        }

        Degree = new float[batch.NodeCount];
        foreach (var (source, _) in undirected) Degree[source]++;
        var edges = direction == EdgeDirection.Undirected ? undirected : directed;
        Sources = [.. edges.Select(e => e.Source)];
        Targets = [.. edges.Select(e => e.Target)];
    }

    /// <summary>Neighbours of each node in the undirected simple graph, [nodes].</summary>
    public float[] Degree { get; }

    /// <summary>[edges].</summary>
    public long[] Sources { get; }

    /// <summary>[edges].</summary>
    public long[] Targets { get; }
}
