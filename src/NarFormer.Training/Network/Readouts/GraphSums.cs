using NarFormer.Training.Network.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Readouts;

/// <summary>Sums and means over the nodes of each network.</summary>
internal static class GraphSums
{
    private static readonly Scalar One = 1f.ToScalar();

    /// <summary>[nodes, …] → [graphs, …].</summary>
    public static Tensor SumOverNodes(this Tensor states, TorchBatch batch) => FusedOperation.IsSupported
        ? new FusedGraphSum(batch.Sizes).On(states)
        : zeros([batch.GraphCount, .. states.shape[1..]]).index_add(0, batch.GraphIndex, states, One);

    /// <summary>[nodes, width] → [graphs, width].</summary>
    public static Tensor MeanOverNodes(this Tensor states, TorchBatch batch) => states.SumOverNodes(batch) / batch.GraphSizes;
}
