using NarFormer.Training.Losses;
using NarFormer.Training.Samples;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Losses;

public sealed class KernelLossTests
{
    private static readonly KernelCosts[] Networks = [new([0, 1, 0, -1], [3, 1]), new([0, -1], [2])];

    [Fact]
    public void Costs_that_add_up_to_their_kernels_have_no_loss() => Loss(1, 1, 2, 9, 2, 5).ShouldBe(0, 1e-6f);

    [Fact]
    public void A_kernel_counts_by_its_share_and_networks_alike()
    {
        float e = MathF.E; // an error of 1 in log space costs 1 less half of the width
        Loss(e, 1, 2 * e, 9, 2, 5).ShouldBe(0.5f * 0.75f * 0.9f, 1e-5f);
        Loss(1, e, 2, 9, 2, 5).ShouldBe(0.5f * 0.25f * 0.9f, 1e-5f);
        Loss(1, 1, 2, 9, 2 * e, 5).ShouldBe(0.5f * 0.9f, 1e-5f);
    }

    private static float Loss(params float[] costs)
    {
        using var scope = NewDisposeScope();
        return KernelLoss.Of(tensor(costs), Networks).item<float>();
    }
}
