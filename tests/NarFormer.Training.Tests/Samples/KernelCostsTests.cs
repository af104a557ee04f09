using NarFormer.Datasets.Profiles;
using NarFormer.Measurement.Profiling;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Samples;

public sealed class KernelCostsTests
{
    [Fact]
    public void The_latency_is_divided_as_the_profile_divides()
    {
        var costs = KernelCosts.Of(Profile(Group(30, 0, 2), Group(8), Group(10, 1)), milliseconds: 2, nodes: 4, overhead: 0);
        costs.Kernels.ShouldBe([0, 1, 0, -1]);
        costs.Milliseconds.ShouldBe([1.5f, 0.5f]);
    }

    [Fact]
    public void Added_kernels_count_for_those_that_they_were_added_for()
    {
        var profile = Profile(
            Kernel("ReorderInput", 4, [1, 24, 8, 8], [1, 32, 8, 8]),
            Kernel("MaxPool", 10, [1, 24, 9, 9], [1, 24, 8, 8], 0),
            Kernel("Conv", 20, [1, 32, 8, 8], [1, 48, 8, 8], 1),
            Kernel("ReorderOutput", 6, [1, 48, 8, 8], [1, 40, 8, 8]),
            Kernel("Reshape", 1, [1, 40, 8, 8], [40, 64]),
            Kernel("Gemm", 30, [40, 64], [40, 10], 2),
            Kernel("Reshape", 2, [40, 10], [1, 40, 10]),
            Kernel("Add", 7, [1, 40, 10], [1, 40, 10], 3));
        KernelCosts.Of(profile, milliseconds: 0.08, nodes: 4, overhead: 0).Milliseconds.ShouldBe([0.010f, 0.030f, 0.033f, 0.007f], 1e-6);
    }

    [Fact]
    public void The_profiler_takes_its_part_of_every_kernel_but_never_all_of_it()
    {
        var costs = KernelCosts.Of(Profile(Group(33, 0), Group(3, 1)), milliseconds: 3.03, nodes: 2, overhead: 3);
        costs.Milliseconds[0].ShouldBe(3f, 1e-5f);
        costs.Milliseconds[1].ShouldBe(0.03f, 1e-5f);
    }

    [Fact]
    public void The_overhead_is_what_makes_sums_of_kernels_proportional_to_latencies()
    {
        (NetworkProfile, double)[] networks = [.. Enumerable.Range(1, 20).Select(n => (Profile([.. Enumerable.Range(0, n).Select(i => Group(8 + (20.0 * (i % (21 - n))), i))]), 0.0)).Select(p => (p.Item1, p.Item1.Kernels.Sum(k => k.Kernel.Microseconds - 3.5) / 900))];
        ProfilerOverhead.Of(networks).ShouldBe(3.5);
    }

    [Fact]
    public void A_profile_of_another_network_is_an_error() => Should.Throw<InvalidDataException>(() => KernelCosts.Of(Profile(Group(30, 0, 5)), 2, nodes: 4, overhead: 0))
        .Message.ShouldBe("the profile of vgg-7 is not one of a network of 4 nodes");

    private static NetworkProfile Profile(params KernelGroup[] kernels) => new("vgg", 7, "hash", 5, kernels);

    private static KernelGroup Kernel(string name, double microseconds, long[] input, long[] output, params int[] nodes) =>
        new(new KernelTime(name, name, [input], [output], microseconds), nodes);

    private static KernelGroup Group(double microseconds, params int[] nodes) => new(new KernelTime("node", "Conv", [], [], microseconds), nodes);
}
