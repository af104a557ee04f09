using NarFormer.Training.Kernels;
using NarFormer.Training.Network.Batches;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Fused;

/// <summary>Attention on edges: projection and values, each <c>[nodes, width]</c>, → what each node gathers, <c>[nodes, width]</c>.</summary>
internal sealed class FusedGather(EdgeRows edges) : FusedOperation
{
    private EdgeMixing _mixing = null!;

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        int nodes = (int)inputs[0].shape[0], width = (int)inputs[0].shape[1];
        _mixing = new EdgeMixing(edges, MatrixView.Of(Keep(inputs[0])), MatrixView.Of(Keep(inputs[1])), nodes, width);
        var gathered = empty(nodes, width);
        var view = MatrixView.Of(gathered);
        Workers.RunRanges(nodes, 1, (_, range) => _mixing.Gather(range, view));
        return gathered;
    }

    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        int nodes = (int)slope.shape[0];
        Tensor projectionSlope = zeros(slope.shape), valueSlope = zeros(slope.shape);
        MatrixView gathered = MatrixView.Of(slope), projections = MatrixView.Of(projectionSlope), values = MatrixView.Of(valueSlope);
        Workers.RunRanges(nodes, 1, (_, range) => _mixing.QueriesBackward(range, gathered, projections));
        Workers.RunRanges(nodes, 1, (_, range) => _mixing.KeysBackward(range, gathered, projections, values));
        return [projectionSlope, valueSlope];
    }
}
