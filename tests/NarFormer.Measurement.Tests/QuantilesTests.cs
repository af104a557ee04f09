using CsCheck;

namespace NarFormer.Measurement.Tests;

public sealed class QuantilesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.25, 1.75)]
    [InlineData(1, 4)]
    public void Are_linear_between_neighbours(double share, double value) => Quantiles.Of([4, 1, 3, 2], share).ShouldBe(value, 1e-12);

    [Fact]
    public void Of_one_sample_is_that_sample() => Quantiles.Of([7], 0.9).ShouldBe(7);

    [Fact]
    public void Of_nothing_is_an_error() => Should.Throw<ArgumentException>(() => Quantiles.Of([], 0.5));

    [Fact]
    public void Rise_with_the_share_and_stay_within_the_samples() =>
        Gen.Select(Gen.Double[-100, 100].Array[1, 20], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((samples, a, b) =>
        {
            double low = Quantiles.Of(samples, Math.Min(a, b)), high = Quantiles.Of(samples, Math.Max(a, b));
            return low <= high + 1e-9 && low >= samples.Min() - 1e-9 && high <= samples.Max() + 1e-9;
        });
}
