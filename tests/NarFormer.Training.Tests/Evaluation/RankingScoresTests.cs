using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Tests.Evaluation;

public sealed class RankingScoresTests
{
    [Fact]
    public void A_perfect_order_has_the_best_scores()
    {
        double[] truth = [.. Enumerable.Range(0, 200).Select(i => i / 200.0)];
        var scores = RankingScores.Of(truth, [.. truth.Select(t => t * t)]);
        scores.ShouldBe(new RankingScores(200, scores.KendallTau, scores.Spearman, scores.Mape, 1, 1, 1, 0));
        scores.KendallTau.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void The_best_left_out_shows_in_rank_precision_and_regret()
    {
        double[] truth = [.. Enumerable.Range(0, 200).Select(i => i / 200.0)];
        double[] prediction = [.. truth];
        prediction[199] = -1;
        var scores = RankingScores.Of(truth, prediction);
        scores.PrecisionAt1Percent.ShouldBe(0.5);
        scores.PrecisionAt5Percent.ShouldBe(0.9);
        scores.BestRankAt10.ShouldBe(2);
        scores.Regret.ShouldBe(1 / 200.0, 1e-12);
    }

    [Fact]
    public void The_lowest_may_be_the_best()
    {
        double[] truth = [5, 1, 3, 2, 4];
        var scores = RankingScores.Of(truth, [5.5, 2.2, 3.3, 2, 4.4], lowestIsBest: true);
        scores.Regret.ShouldBe(1);
        scores.PrecisionAt1Percent.ShouldBe(0);
        scores.Mape.ShouldBe((0.1 + 1.2 + 0.1 + 0 + 0.1) / 5, 1e-12);
    }

    [Fact]
    public void Nothing_to_score_is_an_error() => Should.Throw<ArgumentException>(() => RankingScores.Of([], []));
}
