using NarFormer.Training.Losses;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Losses;

public sealed class RankingLossTests
{
    private static readonly float[] Truth = [0.9f, 0.7f, 0.8f];
    private static readonly float[] Prediction = [0.85f, 0.8f, 0.6f];

    [Fact]
    public void The_difference_is_taken_against_the_permuted_batch() =>
        Loss(RankingKind.Difference, 1).ShouldBe((Math.Abs(0.05 - 0.2) + Math.Abs(0.2 + 0.1) + Math.Abs(-0.25 + 0.1)) / 3, 1e-5);

    [Fact]
    public void The_hinge_counts_every_pair_once() =>
        Loss(RankingKind.Hinge, 0.1).ShouldBe((0.05 + 0 + 0.3) / 3, 1e-5);

    [Fact]
    public void The_logistic_loss_counts_every_pair_once() =>
        Loss(RankingKind.Logistic, 0.1).ShouldBe((Softplus(-0.5) + Softplus(-2.5) + Softplus(2)) / 3, 1e-5);

    [Theory]
    [InlineData(RankingKind.Difference)]
    [InlineData(RankingKind.Hinge)]
    [InlineData(RankingKind.Logistic)]
    public void Equal_labels_give_a_finite_loss(RankingKind kind)
    {
        using var scope = NewDisposeScope();
        using var ranking = new RankingLoss(kind, 0.1);
        float.IsFinite(ranking.Of(tensor(Prediction), ones(3), tensor(new long[] { 0, 1, 2 })).item<float>()).ShouldBeTrue();
    }

    private static double Loss(RankingKind kind, double margin)
    {
        using var scope = NewDisposeScope();
        using var ranking = new RankingLoss(kind, margin);
        return ranking.Of(tensor(Prediction), tensor(Truth), tensor(new long[] { 1, 2, 0 })).item<float>();
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}
