using NarFormer.Architecture;
using NarFormer.Training.Network.Batches;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>
/// The graph-aided attention (paper section 3.2): <c>S = P Pᵀ / √d</c> on the edges only, each row divided by its sum or
/// put through a softmax, times the values. Cost is linear in the edges.
/// </summary>
internal static class EdgeAttention
{
    private static readonly Scalar One = 1f.ToScalar();
    private static readonly Scalar SmallestSum = 1e-6f.ToScalar();

    /// <summary>What each node gathers from its neighbours.</summary>
    /// <param name="projection">Queries and keys in one, <c>[nodes, width]</c>.</param>
    /// <param name="values"><c>[nodes, width]</c>.</param>
    /// <param name="edges">Who attends to whom.</param>
    /// <param name="weighting">How scores become weights.</param>
    /// <returns><c>[nodes, width]</c>.</returns>
    public static Tensor Gather(Tensor projection, Tensor values, NeighbourList edges, AttentionWeighting weighting)
    {
        using var scope = NewDisposeScope();
        var queries = projection.index_select(0, edges.Nodes); // [edges, width]
        var keys = projection.index_select(0, edges.Neighbours); // [edges, width]
        using var root = (1 / Math.Sqrt(projection.shape[1])).ToScalar();
        var scores = (queries * keys).sum(1).mul(root); // [edges]
        if (weighting == AttentionWeighting.Softmax) scores = scores.exp(); // at most √width, since projections are sigmoids
        var sums = zeros(projection.shape[0]).index_add(0, edges.Nodes, scores, One).add(SmallestSum); // [nodes]
        var weights = scores / sums.index_select(0, edges.Nodes); // [edges]
        var gathered = weights.unsqueeze(1) * values.index_select(0, edges.Neighbours); // [edges, width]
        GC.KeepAlive(root);
        return zeros_like(values).index_add(0, edges.Nodes, gathered, One).MoveToOuterDisposeScope(); // [nodes, width]
    }
}
