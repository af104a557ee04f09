using NarFormer.Training.Calibration;

namespace NarFormer.Training.Tests.Calibration;

public sealed class ScoreKnotsTests
{
    [Fact]
    public void Scores_become_labels_and_keep_their_order()
    {
        var random = new Random(1);
        double[] scores = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() * 3)];
        double[] labels = [.. scores.Select(s => 0.5 + (0.1 * s) + (0.02 * random.NextDouble()))];
        var knots = ScoreKnots.Fit(scores, labels);
        double[] values = [.. scores.Select(s => CellPredictor.ValueOf(s, knots))];
        for (int i = 0; i < values.Length; i++) values[i].ShouldBe(labels[i], 0.03);
        values.Order().ShouldBe(scores.Order().Select(s => CellPredictor.ValueOf(s, knots)));
    }

    [Fact]
    public void Labels_that_fall_are_pooled()
    {
        double[] scores = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        double[] labels = [.. scores.Select(s => s is >= 40 and < 50 ? 0 : s)];
        var knots = ScoreKnots.Fit(scores, labels);
        knots.Zip(knots.Skip(1)).ShouldAllBe(p => p.First.Score < p.Second.Score && p.First.Value < p.Second.Value);
    }

    [Fact]
    public void Without_samples_a_score_stays_as_it_is() => CellPredictor.ValueOf(1.5, ScoreKnots.Fit([], [])).ShouldBe(1.5);
}
