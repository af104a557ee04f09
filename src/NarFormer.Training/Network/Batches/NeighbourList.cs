using static TorchSharp.torch;

namespace NarFormer.Training.Network.Batches;

/// <summary>
/// Edges of a packed batch seen from the nodes that attend: row <c>i</c> of the adjacency matrix says whom node <c>i</c>
/// attends to.
/// </summary>
internal sealed class NeighbourList : IDisposable
{
    private readonly Lazy<Tensor> _nodes;
    private readonly Lazy<Tensor> _neighbours;
    private readonly Lazy<Tensor> _degree;

    /// <summary>Takes the distinct of the <paramref name="pairs"/> (node, neighbour) of <paramref name="nodeCount"/> nodes.</summary>
    public NeighbourList(int nodeCount, IEnumerable<(int Node, int Neighbour)> pairs)
    {
        Degrees = new float[nodeCount];
        Rows = new EdgeRows(nodeCount, pairs);
        _nodes = new Lazy<Tensor>(() => Indices(Rows.Nodes));
        _neighbours = new Lazy<Tensor>(() => Indices(Rows.Neighbours));
        foreach (int node in Rows.Nodes) Degrees[node]++;
        _degree = new Lazy<Tensor>(() => tensor(Degrees, [nodeCount, 1]).DetachFromDisposeScope());
    }

    /// <summary>The node that attends, <c>[edges]</c>, ascending.</summary>
    public Tensor Nodes => _nodes.Value;

    /// <summary>The node attended to, <c>[edges]</c>.</summary>
    public Tensor Neighbours => _neighbours.Value;

    /// <summary>How many nodes each node attends to, <c>[nodes]</c>.</summary>
    public float[] Degrees { get; }

    /// <summary>The same edges for operations of our own.</summary>
    public EdgeRows Rows { get; }

    /// <summary>How many nodes each node attends to, <c>[nodes, 1]</c>.</summary>
    public Tensor Degree => _degree.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_nodes.IsValueCreated) Nodes.Dispose();
        if (_neighbours.IsValueCreated) Neighbours.Dispose();
        if (_degree.IsValueCreated) Degree.Dispose();
    }

    private static Tensor Indices(int[] nodes) => tensor(nodes.Select(n => (long)n).ToArray()).DetachFromDisposeScope();
}
