using NarFormer.Architecture;
using NarFormer.Training.Network.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Readouts;

/// <summary>A cost for each node, summed; see <see cref="ReadoutKind.SumOfNodeCosts"/>.</summary>
internal sealed class SumOfNodeCosts : Readout
{
    private static readonly Scalar SmallestLog = (-20f).ToScalar();
    private static readonly Scalar LargestLog = 12f.ToScalar();

    private readonly LinearMap? _statics;

    public SumOfNodeCosts(InitialWeights initial, NetworkOptions options)
        : base(initial, options, options.Hidden)
    {
        if (options.StaticFeatures > 0) _statics = Named("static_map", LinearMap.Of(initial, options.StaticFeatures, options.Hidden));
    }

    /// <inheritdoc/>
    public override Tensor Predict(IReadOnlyList<Tensor> states, TorchBatch batch, bool training) =>
        NodeCosts(states, batch, training).SumOverNodes(batch); // [graphs]

    /// <inheritdoc/>
    public override Tensor NodeCosts(IReadOnlyList<Tensor> states, TorchBatch batch, bool training)
    {
        var x = states[^1];
        if (_statics is not null) x = x + _statics.call(Statics(batch)).index_select(0, batch.GraphIndex); // [nodes, hidden]
        return Scored(Deepened(x, training)).clamp(SmallestLog, LargestLog).exp(); // [nodes]
    }

    /// <inheritdoc/>
    public override Tensor Embed(IReadOnlyList<Tensor> states, TorchBatch batch) => states[^1].MeanOverNodes(batch);
}
