using NarFormer.Measurement.Environment;

namespace NarFormer.Measurement.Tests;

public sealed class LatencyReportTests
{
    private static readonly LatencyReport Report = new()
    {
        File = "network.onnx",
        At = DateTimeOffset.UnixEpoch,
        Rounds = [new([1, 2, 3]), new([4, 5, 9]), new([4, 4, 4])],
        Threads = 1,
        Platform = LatencyEngine.Platform,
        PeakMemoryBytes = null,
        FilledWeights = 0,
        Environment = EnvironmentReader.Read(),
        Warnings = [],
    };

    [Fact]
    public void The_median_is_over_all_runs() => Report.MedianMs.ShouldBe(4);

    [Fact]
    public void The_lower_envelope_is_the_lowest_round_median() => Report.LowMs.ShouldBe(2);

    [Fact]
    public void The_fastest_runs_of_all_rounds_count_alike() => Report.FastestMs().ShouldBe(Math.Cbrt(1 * 4 * 4), 1e-9);

    [Fact]
    public void The_spread_compares_the_round_medians() => Report.Spread.ShouldBe(1.5);
}
