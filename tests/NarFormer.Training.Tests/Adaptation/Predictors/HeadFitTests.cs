using NarFormer.Training.Adaptation.Predictors;
using NarFormer.Training.Baselines;

namespace NarFormer.Training.Tests.Adaptation.Predictors;

public sealed class HeadFitTests
{
    private static readonly HeadFeatureKind[] Kinds =
        [HeadFeatureKind.Constant, HeadFeatureKind.Prediction, HeadFeatureKind.Embedding, HeadFeatureKind.Embedding, HeadFeatureKind.Static];

    [Fact]
    public void Weights_are_those_of_ridge_regression_towards_the_prior()
    {
        var prior = new HeadPrior(0.4, 0.2, 0.08);
        double[][] rows = Rows(12);
        double[] logs = Logs(rows);

        var (weights, _) = new HeadFit(Kinds, rows, logs).Weights([.. Enumerable.Range(0, rows.Length)], prior);

        // The same as least squares with a row more for each column, which draws its weight to the mean.
        double[][] more = [.. rows.Select(row => row.Select(x => x / prior.Noise).ToArray()), .. Kinds.Select((kind, c) => Unit(c, 1 / Math.Sqrt(prior.Variance(kind))))];
        double[] targets = [.. logs.Select(l => l / prior.Noise), .. Kinds.Select(kind => HeadPrior.Mean(kind) / Math.Sqrt(prior.Variance(kind)))];
        double[] expected = LeastSquares.Solve(more, targets);
        for (int c = 0; c < expected.Length; c++) weights[c].ShouldBe(expected[c], 1e-5);
    }

    [Fact]
    public void What_is_left_out_is_predicted_by_the_others()
    {
        double[][] rows = Rows(9);
        double[] logs = Logs(rows);

        double[] leftOut = new HeadFit(Kinds, rows, logs).LeftOut();

        for (int i = 0; i < rows.Length; i++)
        {
            int left = i;
            double[] weights = new HeadFit(Kinds, [.. rows.Where((_, n) => n != left)], [.. logs.Where((_, n) => n != left)]).Weights();
            leftOut[i].ShouldBe(rows[i].Zip(weights, (x, w) => x * w).Sum(), 1e-9);
        }
    }

    [Fact]
    public void Three_times_as_slow_is_a_factor_and_nothing_else()
    {
        double[][] rows = Rows(10);
        double[] weights = new HeadFit(Kinds, rows, [.. rows.Select(row => row[1] + Math.Log(3))]).Weights();
        double[][] others = Rows(200);
        foreach (double[] row in others) row.Zip(weights, (x, w) => x * w).Sum().ShouldBe(row[1] + Math.Log(3), 0.05);
    }

    [Fact]
    public void Many_measurements_teach_what_the_embedding_says()
    {
        double[][] rows = Rows(80);
        double[] weights = new HeadFit(Kinds, rows, [.. rows.Select(row => row[1] + 1 + (0.5 * row[2]))]).Weights();
        weights[2].ShouldBe(0.5, 0.05);
        weights[3].ShouldBe(0, 0.05);
    }

    private static double[] Unit(int column, double value) => [.. Enumerable.Range(0, Kinds.Length).Select(c => c == column ? value : 0)];

    private static double[][] Rows(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => new[] { 1, 4 * random.NextDouble(), Any(), Any(), Any() })];

        double Any() => (2 * random.NextDouble()) - 1;
    }

    private static double[] Logs(double[][] rows)
    {
        var random = new Random(7);
        return [.. rows.Select(row => 0.8 + (1.1 * row[1]) - (0.3 * row[3]) + (0.1 * random.NextDouble()))];
    }
}
