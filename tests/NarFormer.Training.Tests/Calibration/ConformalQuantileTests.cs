using NarFormer.Training.Calibration;

namespace NarFormer.Training.Tests.Calibration;

public sealed class ConformalQuantileTests
{
    [Fact]
    public void Counts_the_new_network_among_the_old()
    {
        double[] errors = [.. Enumerable.Range(1, 19).Select(i => (double)i)];
        ConformalQuantile.Of(errors, 0.9).ShouldBe(18);
        ConformalQuantile.Of(errors, 0.95).ShouldBe(19);
    }

    [Fact]
    public void Is_the_largest_error_where_there_are_too_few() => ConformalQuantile.Of([1.0, 2.0], 0.9).ShouldBe(2);
}
