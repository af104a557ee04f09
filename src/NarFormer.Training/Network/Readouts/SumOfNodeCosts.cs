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

    private static readonly Scalar LogOfUnit = NodeWork.LogOfUnit.ToScalar();
    private static readonly Scalar Overhead = NodeWork.Overhead.ToScalar();
    private static readonly Scalar LogOfMillisecond = NodeWork.LogOfMillisecond.ToScalar();

    private readonly LinearMap? _statics;
    private readonly int? _work;

    public SumOfNodeCosts(InitialWeights initial, NetworkOptions options)
        : base(initial, options, options.Hidden)
    {
        _work = options.WorkFeature;
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
        var logs = Scored(Deepened(x, training)); // [nodes]
        if (_work is { } feature) logs = logs + LogOfWork(batch.NodeFeatures.select(1, feature)); // [nodes]
        return logs.clamp(SmallestLog, LargestLog).exp(); // [nodes]
    }

    /// <inheritdoc/>
    public override Tensor Embed(IReadOnlyList<Tensor> states, TorchBatch batch) => states[^1].MeanOverNodes(batch);

    // [nodes] -> [nodes]: ln(work + Overhead) - LogOfMillisecond
    private static Tensor LogOfWork(Tensor feature) => feature.mul(LogOfUnit).exp().add(Overhead).log().sub(LogOfMillisecond);
}
