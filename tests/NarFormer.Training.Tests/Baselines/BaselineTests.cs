using NarFormer.Encoding;
using NarFormer.Training.Baselines;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Baselines;

public sealed class BaselineTests
{
    private static readonly EncodedNetwork Nothing = new(1, [0], [], [], []);

    [Fact]
    public void The_linear_baseline_finds_a_linear_law()
    {
        var random = new Random(5);
        TrainingSample[] samples = [.. Enumerable.Range(0, 40).Select(_ => Lawful(random.NextDouble() * 1e9, random.NextDouble() * 1e7, random.NextDouble() * 1e8))];

        var baseline = LinearBaseline.Fit(samples);

        foreach (var sample in samples) baseline.Predict(sample).ShouldBe(sample.LatencyMs, 1e-6 * sample.LatencyMs);
        baseline.Coefficients[1].ShouldBe(2e-8, 1e-12);

        static TrainingSample Lawful(double macs, double parameters, double bytes) =>
            new("f", 0, 0.3 + 2e-8 * macs + 1e-7 * parameters + 3e-9 * bytes, macs, parameters, bytes, Nothing);
    }

    [Fact]
    public void The_linear_baseline_makes_relative_errors_small()
    {
        TrainingSample[] samples = [Sample("f", 1, 1), Sample("f", 1, 1), Sample("f", 1, 1000)];
        LinearBaseline.Fit(samples).Predict(samples[0]).ShouldBe(1, 0.01);
    }

    [Fact]
    public void The_family_constant_has_the_least_percentage_error()
    {
        double[] values = [1, 2, 3, 4, 100];
        var baseline = FamilyConstantBaseline.Fit([.. values.Select(v => Sample("vgg", 0, v)), Sample("resnet", 0, 50)]);
        double chosen = baseline.Predict(Sample("vgg", 0, 0));

        double Error(double constant) => values.Sum(v => Math.Abs(constant - v) / v);
        foreach (double other in values.SelectMany(v => new[] { v * 0.99, v, v * 1.01 })) Error(chosen).ShouldBeLessThanOrEqualTo(Error(other) + 1e-12);
        baseline.Predict(Sample("resnet", 0, 0)).ShouldBe(50);
    }

    private static TrainingSample Sample(string family, double macs, double latency) => new(family, 0, latency, macs, 0, 0, Nothing);
}
