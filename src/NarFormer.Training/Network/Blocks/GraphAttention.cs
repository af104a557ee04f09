using NarFormer.Architecture;
using NarFormer.Training.Kernels;
using NarFormer.Training.Network.Batches;
using NarFormer.Training.Network.Fused;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>
/// The token mixer (paper section 3.2): a gate from the node's degree, one shared sigmoid projection for queries and keys,
/// attention on the edges, and a map of the node's own features.
/// </summary>
internal sealed class GraphAttention : nn.Module<Tensor, TorchBatch, Tensor>
{
    private readonly NetworkOptions _options;
    private readonly LayerNormalization? _norm;
    private readonly LinearMap? _gate;
    private readonly LinearMap _projection;
    private readonly LinearMap _neighbours;
    private readonly LinearMap? _successors;
    private readonly LinearMap _own;

    public GraphAttention(InitialWeights initial, NetworkOptions options, int inputs)
        : base(nameof(GraphAttention))
    {
        _options = options;
        int hidden = options.Hidden;
        register_module("lin_l", _neighbours = LinearMap.ForAttention(initial, inputs, hidden));
        register_module("lin_r", _own = LinearMap.WithoutBias(initial, inputs, hidden));
        if (options.DegreeGate) register_module("lin_d", _gate = LinearMap.ForAttention(initial, 1, inputs));
        register_module("lin_qk", _projection = LinearMap.ForAttention(initial, inputs, inputs));
        if (options.Edges == EdgeDirection.Both) register_module("lin_b", _successors = LinearMap.WithoutBias(initial, inputs, hidden));
        if (options.ResidualAttention) register_module("norm", _norm = new LayerNormalization(inputs));
    }

    /// <summary>[nodes, inputs] → [nodes, hidden].</summary>
    public override Tensor forward(Tensor input, TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        var x = Gated(_norm is null ? input : _norm.call(input), batch); // [nodes, inputs]
        var mixed = Gathered(_projection.Sigmoid(x), x, batch).add_(_own.call(x)); // [nodes, hidden]
        var output = _options.ResidualAttention ? Added(input, mixed) : UnitRectified(mixed); // [nodes, hidden]
        return output.MoveToOuterDisposeScope();
    }

    private Tensor Gated(Tensor x, TorchBatch batch)
    {
        if (_gate is null) return x;
        return FusedOperation.IsSupported
            ? new FusedGate(batch.Neighbours.Degrees).On([x, .. _gate.Parameters])
            : x * _gate.call(batch.Degree).sigmoid();
    }

    private Tensor Added(Tensor input, Tensor mixed) => FusedOperation.IsSupported
        ? new FusedRectifiedAddition(DropMask.For(_options.Dropout, training)).On(input, mixed)
        : input + mixed.relu().Dropped(_options.Dropout, training);

    private Tensor UnitRectified(Tensor mixed) => FusedOperation.IsSupported
        ? new FusedUnitRectifier(DropMask.For(_options.Dropout, training)).On(mixed)
        : nn.functional.normalize(mixed).relu().Dropped(_options.Dropout, training);

    private Tensor Gathered(Tensor projection, Tensor values, TorchBatch batch)
    {
        if (_successors is null) return _neighbours.call(Gathered(projection, values, batch.Neighbours)); // [nodes, hidden]
        var before = Gathered(projection, values, batch.Predecessors); // [nodes, inputs]
        var after = Gathered(projection, values, batch.Successors); // [nodes, inputs]
        return _neighbours.call(before).add_(_successors.call(after)); // [nodes, hidden]
    }

    private static Tensor Gathered(Tensor projection, Tensor values, NeighbourList edges) =>
        FusedOperation.IsSupported ? new FusedGather(edges.Rows).On(projection, values) : EdgeAttention.Gather(projection, values, edges); // [nodes, inputs]
}
