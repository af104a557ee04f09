using NarFormer.Encoding;
using NarFormer.Training.Baselines;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Baselines;

public sealed class TreeBaselineTests
{
    private static readonly EncodedNetwork Nothing = new(1, [0], [], [], []);

    [Fact]
    public void Trees_learn_what_a_line_cannot_and_equal_data_give_equal_trees()
    {
        var training = Samples(600, 1);
        var test = Samples(100, 2);
        double[] trees = Predictions(), again = Predictions();
        double[] truth = [.. test.Select(s => s.LatencyMs)];
        var linear = LinearBaseline.Fit(training);
        double error = RelativeErrors.Mean(truth, trees);
        error.ShouldBeLessThan(0.1);
        error.ShouldBeLessThan(RelativeErrors.Mean(truth, test.Select(linear.Predict).ToArray()) / 2);
        again.ShouldBe(trees);

        double[] Predictions()
        {
            var baseline = TreeBaseline.Fit(training, Samples(100, 3), seed: 5);
            return [.. test.Select(baseline.Predict)];
        }
    }

    private static TrainingSample[] Samples(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double macs = Math.Exp(12 + (6 * random.NextDouble()));
            float depthwise = random.NextSingle();
            return new TrainingSample("f", (ulong)i, macs * (depthwise > 0.5 ? 1e-5 : 3e-6), macs, 1, macs, Nothing) { Statistics = [depthwise, random.NextSingle()] };
        })];
    }
}
