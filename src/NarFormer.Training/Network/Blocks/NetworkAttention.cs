using NarFormer.Architecture;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>
/// Attention of every node to all nodes of its network. Networks are taken one by one, so nothing is padded and cost is
/// quadratic in the nodes of each, not of the batch.
/// </summary>
internal static class NetworkAttention
{
    private static readonly Scalar SmallestSum = 1e-6f.ToScalar();

    /// <summary>What each node gathers.</summary>
    /// <param name="queries"><c>[heads, nodes, width]</c>.</param>
    /// <param name="keys"><c>[heads, nodes, width]</c>.</param>
    /// <param name="values"><c>[heads, nodes, width of values]</c>.</param>
    /// <param name="sizes">The nodes of each network, in their order.</param>
    /// <param name="weighting">How scores become weights.</param>
    /// <returns><c>[heads, nodes, width of values]</c>.</returns>
    public static Tensor Gather(Tensor queries, Tensor keys, Tensor values, IReadOnlyList<int> sizes, AttentionWeighting weighting)
    {
        using var scope = NewDisposeScope();
        using var root = (1 / Math.Sqrt(queries.shape[2])).ToScalar();
        var scaled = queries.mul(root);
        var gathered = new Tensor[sizes.Count];
        long first = 0;
        for (int g = 0; g < gathered.Length; first += sizes[g], g++)
        {
            var scores = bmm(scaled.narrow(1, first, sizes[g]), keys.narrow(1, first, sizes[g]).transpose(1, 2)); // [heads, nodes of one, nodes of one]
            var weights = weighting == AttentionWeighting.Softmax ? scores.softmax(2) : scores / scores.sum(2, keepdim: true).add(SmallestSum);
            gathered[g] = bmm(weights, values.narrow(1, first, sizes[g]));
        }

        GC.KeepAlive(root);
        return cat(gathered, 1).MoveToOuterDisposeScope();
    }
}
