using NarFormer.Architecture;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Readouts;

/// <summary>The published read-out for latency; see <see cref="ReadoutKind.SumWithStatics"/>.</summary>
internal sealed class SumWithStatics : Readout
{
    private readonly double _dropout;
    private readonly LinearMap? _statics;

    public SumWithStatics(InitialWeights initial, NetworkOptions options)
        : base(initial, options, options.StaticFeatures > 0 ? 2 * options.Hidden : options.Hidden)
    {
        _dropout = options.Dropout;
        if (options.StaticFeatures > 0) _statics = Named("norm_sf_linear", LinearMap.Of(initial, options.StaticFeatures, options.Hidden));
    }

    /// <inheritdoc/>
    public override Tensor Predict(IReadOnlyList<Tensor> states, TorchBatch batch, bool training) =>
        Scored(Deepened(Joined(states, batch, training), training)).Positive();

    /// <inheritdoc/>
    public override Tensor Embed(IReadOnlyList<Tensor> states, TorchBatch batch) => Deepened(Joined(states, batch, training: false), training: false);

    private Tensor Joined(IReadOnlyList<Tensor> states, TorchBatch batch, bool training)
    {
        var sum = states[^1].SumOverNodes(batch); // [graphs, hidden]
        if (_statics is null) return sum;
        var statics = _statics.call(Statics(batch)).Dropped(_dropout, training).relu(); // [graphs, hidden]
        return cat([sum, statics], 1); // [graphs, 2 · hidden]
    }
}
