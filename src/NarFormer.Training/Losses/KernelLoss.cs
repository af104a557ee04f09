using NarFormer.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Losses;

/// <summary>
/// Huber's loss of the logarithm of each kernel's time, a kernel's being the sum of the costs of its nodes. In its network a
/// kernel counts by its share of the time; networks count alike.
/// </summary>
internal static class KernelLoss
{
    private const double Width = 0.2; // a kernel's time repeats less well than a network's
    private static readonly Scalar One = 1f.ToScalar();
    private static readonly Scalar SmallestCost = 1e-6f.ToScalar();

    /// <summary>The loss, a scalar, of <paramref name="costs"/>, <c>[nodes]</c> of the networks one after another, in ms.</summary>
    public static Tensor Of(Tensor costs, IReadOnlyList<KernelCosts> networks)
    {
        using var scope = NewDisposeScope();
        float[] truth = [.. networks.SelectMany(n => n.Milliseconds)];
        float[] shares = [.. networks.SelectMany(n => Shares(n.Milliseconds, networks.Count))];
        var sums = zeros(truth.Length + 1).index_add(0, tensor(Kernels(networks, nowhere: truth.Length)), costs, One).slice(0, 0, truth.Length, 1); // [kernels]
        var errors = nn.functional.smooth_l1_loss(sums.clamp_min(SmallestCost).log(), tensor(truth).log(), nn.Reduction.None, Width); // [kernels]
        return (errors * tensor(shares)).sum().MoveToOuterDisposeScope();
    }

    private static IEnumerable<float> Shares(float[] milliseconds, int networks)
    {
        float whole = milliseconds.Sum() * networks;
        return milliseconds.Select(m => m / whole);
    }

    /// <summary>The kernel of each node among those of all networks, <c>[nodes]</c>.</summary>
    private static long[] Kernels(IReadOnlyList<KernelCosts> networks, int nowhere)
    {
        var kernels = new List<long>();
        int first = 0;
        foreach (var network in networks)
        {
            kernels.AddRange(network.Kernels.Select(k => k < 0 ? nowhere : (long)(first + k)));
            first += network.Milliseconds.Length;
        }

        return [.. kernels];
    }
}
