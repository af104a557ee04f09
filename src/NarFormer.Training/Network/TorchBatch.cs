using NarFormer.Encoding;
using NarFormer.Training.Network.Batches;
using static TorchSharp.torch;

namespace NarFormer.Training.Network;

/// <summary>
/// A packed batch as tensors, with everything about its edges that the network needs. Owns its tensors, whatever
/// dispose scope it was made in.
/// </summary>
public sealed class TorchBatch : IDisposable
{
    private readonly PackedBatch _packed;
    private NeighbourList? _predecessors;
    private NeighbourList? _successors;

    private TorchBatch(PackedBatch packed)
    {
        _packed = packed;
        NodeFeatures = tensor(packed.NodeFeatures, [packed.NodeCount, packed.NodeFeatureCount]).DetachFromDisposeScope();
        StaticFeatures = tensor(packed.StaticFeatures, [packed.GraphCount, packed.StaticFeatureCount]).DetachFromDisposeScope();
        GraphIndex = tensor(packed.GraphIndex).DetachFromDisposeScope();
        int[] sizes = new int[packed.GraphCount];
        foreach (long graph in packed.GraphIndex) sizes[graph]++;
        Sizes = sizes;
        GraphSizes = tensor(sizes.Select(s => (float)s).ToArray(), [packed.GraphCount, 1]).DetachFromDisposeScope();
        Neighbours = new NeighbourList(packed.NodeCount, Forward().Concat(Backward()));
    }

    /// <summary>The number of networks.</summary>
    public int GraphCount => _packed.GraphCount;

    /// <summary>The number of nodes of all networks.</summary>
    public int NodeCount => _packed.NodeCount;

    /// <summary><c>[nodes, features]</c>.</summary>
    public Tensor NodeFeatures { get; }

    /// <summary><c>[graphs, static features]</c>.</summary>
    public Tensor StaticFeatures { get; }

    /// <summary>The network of each node, <c>[nodes]</c>, 64-bit integers, ascending.</summary>
    public Tensor GraphIndex { get; }

    /// <summary>The number of nodes of each network, <c>[graphs, 1]</c>, floats.</summary>
    public Tensor GraphSizes { get; }

    /// <summary>The number of nodes of each network, <c>[graphs]</c>.</summary>
    internal IReadOnlyList<int> Sizes { get; }

    /// <summary>The number of neighbours of each node in the undirected simple graph, <c>[nodes, 1]</c>, floats (published: row sum of the adjacency matrix).</summary>
    public Tensor Degree => Neighbours.Degree;

    /// <summary>Predecessors and successors alike: the undirected simple graph.</summary>
    internal NeighbourList Neighbours { get; }

    /// <summary>Whose values each node uses.</summary>
    internal NeighbourList Predecessors => _predecessors ??= new NeighbourList(NodeCount, Backward());

    /// <summary>Who uses each node's values.</summary>
    internal NeighbourList Successors => _successors ??= new NeighbourList(NodeCount, Forward());

    /// <summary>Makes the tensors of <paramref name="packed"/>.</summary>
    public static TorchBatch From(PackedBatch packed) => new(packed);

    /// <inheritdoc/>
    public void Dispose()
    {
        NodeFeatures.Dispose();
        StaticFeatures.Dispose();
        GraphIndex.Dispose();
        GraphSizes.Dispose();
        Neighbours.Dispose();
        _predecessors?.Dispose();
        _successors?.Dispose();
    }

    /// <summary>The longest path from an input of its network to each node, in edges, <c>[nodes]</c>.</summary>
    internal int[] Depths() => NodeDepths.Of(NodeCount, _packed.EdgeSources, _packed.EdgeTargets);

    private IEnumerable<(int Node, int Neighbour)> Forward() =>
        _packed.EdgeSources.Zip(_packed.EdgeTargets, (source, target) => ((int)source, (int)target));

    private IEnumerable<(int Node, int Neighbour)> Backward() =>
        _packed.EdgeSources.Zip(_packed.EdgeTargets, (source, target) => ((int)target, (int)source));
}
