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
internal sealed class GraphAttention : TokenMixer
{
    private readonly LayerNormalization? _norm;
    private readonly LinearMap? _gate;
    private readonly LinearMap _projection;
    private readonly LinearMap _neighbours;
    private readonly LinearMap? _successors;
    private readonly LinearMap _own;

    public GraphAttention(InitialWeights initial, NetworkOptions options, int inputs)
        : base(nameof(GraphAttention), options)
    {
        int hidden = options.Hidden;
        register_module("lin_l", _neighbours = LinearMap.ForAttention(initial, inputs, hidden));
        register_module("lin_r", _own = LinearMap.WithoutBias(initial, inputs, hidden));
        if (options.DegreeGate) register_module("lin_d", _gate = LinearMap.ForAttention(initial, 1, inputs));
        register_module("lin_qk", _projection = LinearMap.ForAttention(initial, inputs, inputs));
        if (options.Edges == EdgeDirection.Both) register_module("lin_b", _successors = LinearMap.WithoutBias(initial, inputs, hidden));
        if (options.ResidualAttention) register_module("norm", _norm = new LayerNormalization(inputs));
    }

    private bool IsFused => FusedOperation.IsSupported && Options is { Scope: AttentionScope.Edges, Weighting: AttentionWeighting.Linear };

    /// <summary>[nodes, inputs] → [nodes, hidden].</summary>
    public override Tensor forward(Tensor input, TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        var x = _norm is null ? input : _norm.call(input); // [nodes, inputs]
        var mixed = IsFused ? Fused(x, batch) : Composed(x, batch); // [nodes, hidden]
        var output = Options.ResidualAttention ? Added(input, mixed) : UnitRectified(mixed); // [nodes, hidden]
        return output.MoveToOuterDisposeScope();
    }

    private Tensor Fused(Tensor x, TorchBatch batch)
    {
        EdgeRows[] directions = _successors is null ? [batch.Neighbours.Rows] : [batch.Predecessors.Rows, batch.Successors.Rows];
        return new FusedGraphAttention(_gate is null ? null : batch.Neighbours.Degrees, directions).On(
            [x, .. _projection.Parameters, .. _own.Parameters, .. _neighbours.Parameters.Reverse(), .. _successors?.Parameters ?? [], .. _gate?.Parameters ?? []]);
    }

    private Tensor Composed(Tensor input, TorchBatch batch)
    {
        var x = _gate is null ? input : input * _gate.call(batch.Degree).sigmoid(); // [nodes, inputs]
        return Gathered(_projection.Sigmoid(x), x, batch).add_(_own.call(x)); // [nodes, hidden]
    }

    private Tensor Added(Tensor input, Tensor mixed) => FusedOperation.IsSupported
        ? new FusedRectifiedAddition(DropMask.For(Options.Dropout, training)).On(input, mixed)
        : input + mixed.relu().Dropped(Options.Dropout, training);

    private Tensor Gathered(Tensor projection, Tensor values, TorchBatch batch)
    {
        if (Options.Scope == AttentionScope.Network) return _neighbours.call(OfNetwork(projection, values, batch)); // [nodes, hidden]
        if (_successors is null) return _neighbours.call(EdgeAttention.Gather(projection, values, batch.Neighbours, Options.Weighting)); // [nodes, hidden]
        var before = EdgeAttention.Gather(projection, values, batch.Predecessors, Options.Weighting); // [nodes, inputs]
        var after = EdgeAttention.Gather(projection, values, batch.Successors, Options.Weighting); // [nodes, inputs]
        return _neighbours.call(before).add_(_successors.call(after)); // [nodes, hidden]
    }

    private Tensor OfNetwork(Tensor projection, Tensor values, TorchBatch batch)
    {
        var shared = projection.unsqueeze(0); // [1, nodes, inputs]
        return NetworkAttention.Gather(shared, shared, values.unsqueeze(0), batch.Sizes, Options.Weighting).squeeze(0); // [nodes, inputs]
    }
}
