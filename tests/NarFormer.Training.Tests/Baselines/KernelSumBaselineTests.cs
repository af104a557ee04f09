using NarFormer.Datasets.Profiles;
using NarFormer.Encoding;
using NarFormer.Measurement.Profiling;
using NarFormer.Training.Baselines;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Baselines;

public sealed class KernelSumBaselineTests
{
    private const double Overhead = 1.1;
    private const double Added = 1.5;
    private static readonly EncodedNetwork Nothing = new(1, [0], [], [], []);

    [Fact]
    public void The_sum_of_kernels_takes_off_what_the_profiler_adds()
    {
        var networks = Networks(220);
        TrainingSample[] samples = [.. networks.Select(n => n.Sample)];
        var test = samples[180..];
        // Times of test networks are not looked at.
        NetworkProfile[] profiles = [.. networks.Select((n, i) => i < 180 ? n.Profile : n.Profile with { Kernels = [.. n.Profile.Kernels.Select(k => k with { Kernel = k.Kernel with { Microseconds = 1 } })] })];
        var baseline = KernelSumBaseline.Fit(new NetworkProfiles(profiles, "profiles.jsonl"), samples[..150], samples[150..180], [], seed: 1);
        RelativeErrors.Mean(test.Select(s => s.LatencyMs).ToArray(), test.Select(baseline.Predict).ToArray()).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void A_network_without_a_profile_is_named()
    {
        var networks = Networks(30);
        TrainingSample[] samples = [.. networks.Select(n => n.Sample)];
        NetworkProfile[] profiles = [.. networks.Skip(1).Select(n => n.Profile)];
        Should.Throw<InvalidDataException>(() => KernelSumBaseline.Fit(new NetworkProfiles(profiles, "profiles.jsonl"), samples[..20], samples[20..], [], seed: 1))
            .Message.ShouldContain("profiles.jsonl: has no profile of net-0");
    }

    private static (TrainingSample Sample, NetworkProfile Profile)[] Networks(int count)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            KernelTime[] kernels = [.. Enumerable.Range(0, random.Next(2, 12)).Select(_ => random.Next(2) == 0 ? Conv(random) : Relu(random))];
            var sample = new TrainingSample("net", (ulong)i, ((kernels.Sum(k => k.Microseconds) / Overhead) - (Added * kernels.Length)) / 1000, 0, 0, 0, Nothing);
            return (sample, new NetworkProfile("net", (ulong)i, $"{i}", 5, [.. kernels.Select((k, n) => new KernelGroup(k, [n]))]));
        })];
    }

    private static KernelTime Conv(Random random)
    {
        long channels = 8 * random.Next(1, 9), filters = 8 * random.Next(1, 9), side = 4 * random.Next(2, 9);
        double microseconds = 5 + (channels * filters * side * side * 9 / 30_000.0);
        return new KernelTime("conv", "FusedConv", [[1, channels, side, side], [filters, channels, 3, 3], [filters]], [[1, filters, side, side]], microseconds);
    }

    private static KernelTime Relu(Random random)
    {
        long channels = 8 * random.Next(1, 9), side = 4 * random.Next(2, 9);
        return new KernelTime("relu", "Relu", [[1, channels, side, side]], [[1, channels, side, side]], 3 + (channels * side * side / 2000.0));
    }
}
