using NarFormer.Architecture;
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
        var x = _norm is null ? input : _norm.call(input);
        if (_gate is not null) x = x * _gate.call(batch.Degree).sigmoid(); // [nodes, inputs]
        var projection = _projection.call(x).sigmoid(); // [nodes, inputs]
        var mixed = Gathered(projection, x, batch).add_(_own.call(x)); // [nodes, hidden]
        var output = _options.ResidualAttention
            ? input + mixed.relu().Dropped(_options.Dropout, training)
            : nn.functional.normalize(mixed).relu().Dropped(_options.Dropout, training);
        return output.MoveToOuterDisposeScope();
    }

    private Tensor Gathered(Tensor projection, Tensor values, TorchBatch batch)
    {
        if (_successors is null) return _neighbours.call(EdgeAttention.Gather(projection, values, batch.Neighbours)); // [nodes, hidden]
        var before = EdgeAttention.Gather(projection, values, batch.Predecessors); // [nodes, inputs]
        var after = EdgeAttention.Gather(projection, values, batch.Successors); // [nodes, inputs]
        return _neighbours.call(before).add_(_successors.call(after)); // [nodes, hidden]
    }
}
