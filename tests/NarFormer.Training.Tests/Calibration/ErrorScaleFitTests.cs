using CsCheck;
using NarFormer.Description;
using NarFormer.Runtime;
using NarFormer.Training.Calibration;

namespace NarFormer.Training.Tests.Calibration;

public sealed class ErrorScaleFitTests
{
    private static readonly double[] Coverages = [0.5, 0.8, 0.9, 0.95];

    [Fact]
    public void Scaled_intervals_cover_what_they_say_whatever_the_errors_depend_on() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Double[-1, 1], Gen.Double[0, 1.5]).Sample(
            (seed, byNodes, byDistance) =>
            {
                var samples = Samples(4_000, seed, byNodes, byDistance);
                var scale = ErrorScaleFit.Of(samples[..1_000], Coverages)!;
                foreach (double coverage in Coverages)
                {
                    double covered = Covered(samples[1_000..], IntervalWidth.Of([], scale, coverage)!);
                    // Six standard errors of calibration and test together.
                    covered.ShouldBe(coverage, 6 * Math.Sqrt(coverage * (1 - coverage) * ((1 / 1_000.0) + (1 / 3_000.0))));
                }
            },
            iter: 20);

    [Fact]
    public void Intervals_are_wide_where_errors_are_large_and_narrower_on_the_whole()
    {
        var samples = Samples(4_000, seed: 1, byNodes: 0, byDistance: 1.5);
        var scale = ErrorScaleFit.Of(samples[..1_000], Coverages)!;
        var scaled = IntervalWidth.Of([], scale, 0.9)!;
        var one = IntervalWidth.Of([new(0.9, ConformalQuantile.Of([.. samples[..1_000].Select(s => s.LogError)], 0.9))], scale: null, 0.9)!;
        ErrorSample[] far = [.. samples[1_000..].Where(s => s.Signs.Distance > 0.8)];
        Covered(far, scaled).ShouldBe(0.9, 0.04);
        Covered(far, one).ShouldBeLessThan(0.85);
        samples[1_000..].Average(s => scaled.At(s.Signs)).ShouldBeLessThan(0.95 * samples[1_000..].Average(s => one.At(s.Signs)));
    }

    [Fact]
    public void Finds_the_powers_that_errors_follow()
    {
        var scale = ErrorScaleFit.Of(Samples(20_000, seed: 2, byNodes: -0.5, byDistance: 1), Coverages)!;
        scale.Terms.Single(t => t.Sign == ErrorSign.Nodes).Weight.ShouldBe(-0.5, 0.05);
        scale.Terms.Single(t => t.Sign == ErrorSign.Distance).Weight.ShouldBe(1, 0.05);
        scale.Terms.ShouldNotContain(t => t.Sign == ErrorSign.Spread);
    }

    [Fact]
    public void A_distance_that_seems_to_make_errors_smaller_is_left_out() =>
        ErrorScaleFit.Of(Samples(2_000, seed: 3, byNodes: 0, byDistance: -1), Coverages)!.Terms.ShouldNotContain(t => t.Sign == ErrorSign.Distance);

    [Fact]
    public void Too_few_samples_give_no_scale() => ErrorScaleFit.Of(Samples(20, seed: 4, byNodes: 0, byDistance: 0), Coverages).ShouldBeNull();

    [Fact]
    public void Predictions_without_errors_are_expected_to_have_hardly_any()
    {
        ErrorSample[] samples = [.. Samples(100, seed: 5, byNodes: 0, byDistance: 0).Select(s => s with { LogError = 0 })];
        var scale = ErrorScaleFit.Of(samples, Coverages)!;
        scale.Of(samples[0].Signs).ShouldBeInRange(0, 1e-3);
        scale.Multiples.ShouldAllBe(m => double.IsFinite(m.Multiple));
    }

    private static double Covered(IReadOnlyList<ErrorSample> samples, IntervalWidth width) => samples.Average(s => s.LogError <= width.At(s.Signs) ? 1.0 : 0.0);

    private static ErrorSample[] Samples(int count, int seed, double byNodes, double byDistance)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var signs = new ErrorSigns(Math.Exp(4 * random.NextDouble()), random.Next(5, 500), 0.1 + random.NextDouble(), Spread: null);
                double expected = 0.05 * Math.Pow(signs.Nodes / 50.0, byNodes) * Math.Pow(signs.Distance, byDistance);
                return new ErrorSample(signs, -expected * Math.Log(1 - random.NextDouble()));
            }),
        ];
    }
}
