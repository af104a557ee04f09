using NarFormer.Datasets.Profiles;
using NarFormer.Measurement;

namespace NarFormer.Training.Samples;

/// <summary>What the profiler adds to the time of each kernel, in µs: as much as the smallest kernels take themselves.</summary>
internal static class ProfilerOverhead
{
    private const double SmallestShare = 0.1;
    private const double Step = 0.5;
    private const int Steps = 20;

    /// <summary>
    /// The overhead, from 0 to 10 µs in steps of a half, without which the sums of kernels are most nearly proportional to the
    /// latencies of the networks: of the lowest median of relative deviations.
    /// </summary>
    public static double Of(IReadOnlyList<(NetworkProfile Profile, double LatencyMs)> networks) =>
        Enumerable.Range(0, Steps + 1).Select(i => i * Step).MinBy(overhead => Deviation(networks, overhead));

    /// <summary>The time of a kernel that the profiler says takes <paramref name="microseconds"/>; a tenth of it is always left.</summary>
    public static double Without(double microseconds, double overhead) => Math.Max(microseconds - overhead, SmallestShare * microseconds);

    private static double Deviation(IReadOnlyList<(NetworkProfile Profile, double LatencyMs)> networks, double overhead)
    {
        double[] ratios = [.. networks.Select(n => n.Profile.Kernels.Sum(k => Without(k.Kernel.Microseconds, overhead)) / n.LatencyMs)];
        double middle = Quantiles.Of(ratios, 0.5);
        return Quantiles.Of(ratios.Select(r => Math.Abs((r / middle) - 1)), 0.5);
    }
}
