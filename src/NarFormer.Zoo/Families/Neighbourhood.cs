using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>The edges of the graph that a network reads, as its inputs give them, with a weight each.</summary>
internal sealed class Neighbourhood
{
    private readonly Value? _matrix, _sources, _targets, _weights;
    private readonly long _nodes;

    private Neighbourhood(long nodes, Value? matrix, Value? sources, Value? targets, Value? weights) =>
        (_nodes, _matrix, _sources, _targets, _weights) = (nodes, matrix, sources, targets, weights);

    /// <summary>
    /// Declares a normalised adjacency matrix for each sample, <c>[batch, nodes, nodes]</c>, or one list of edges for all samples:
    /// sources, targets and weights, each <c>[edges]</c>.
    /// </summary>
    public static Neighbourhood Declare(NetworkBuilder b, GraphSize size)
    {
        if (size.Edges == 0)
            return new Neighbourhood(size.Nodes, b.Input("adjacency", ElementType.Float32, b.Batch, size.Nodes, size.Nodes), null, null, null);
        var sources = b.Input("sources", ElementType.Int64, size.Edges);
        var targets = b.Reshape(b.Input("targets", ElementType.Int64, size.Edges), 1, size.Edges, 1);
        var weights = b.Reshape(b.Input("weights", ElementType.Float32, size.Edges), 1, size.Edges, 1);
        return new Neighbourhood(size.Nodes, null, sources, targets, weights);
    }

    /// <summary>The weighted sum of the neighbours' features, <c>[batch, nodes, features]</c>.</summary>
    public Value Sum(NetworkBuilder b, Value x) => _matrix is not null
        ? b.MatrixProduct(_matrix, x)
        : b.ScatterSum(b.Multiply(b.GatherNodes(x, _sources!), _weights!), _targets!, _nodes);
}
