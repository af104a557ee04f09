using static TorchSharp.torch;

namespace NarFormer.Training.Network.Batches;

/// <summary>
/// Edges of a packed batch seen from the nodes that attend: row <c>i</c> of the adjacency matrix says whom node <c>i</c>
/// attends to.
/// </summary>
internal sealed class NeighbourList : IDisposable
{
    /// <summary>Takes the distinct <paramref name="pairs"/> (node, neighbour) of <paramref name="nodeCount"/> nodes.</summary>
    public NeighbourList(int nodeCount, IEnumerable<(int Node, int Neighbour)> pairs)
    {
        var sorted = pairs.Distinct().Order().ToArray();
        Nodes = tensor(sorted.Select(p => (long)p.Node).ToArray()).DetachFromDisposeScope();
        Neighbours = tensor(sorted.Select(p => (long)p.Neighbour).ToArray()).DetachFromDisposeScope();
        var degree = new float[nodeCount];
        foreach (var pair in sorted) degree[pair.Node]++;
        Degree = tensor(degree, [nodeCount, 1]).DetachFromDisposeScope();
    }

    /// <summary>The node that attends, <c>[edges]</c>, ascending.</summary>
    public Tensor Nodes { get; }

    /// <summary>The node attended to, <c>[edges]</c>.</summary>
    public Tensor Neighbours { get; }

    /// <summary>How many nodes each node attends to, <c>[nodes, 1]</c>.</summary>
    public Tensor Degree { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Nodes.Dispose();
        Neighbours.Dispose();
        Degree.Dispose();
    }
}
