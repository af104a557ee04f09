using NarFormer.Datasets.Profiles;
using NarFormer.Measurement.Profiling;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Samples;

public sealed class KernelCostsTests
{
    [Fact]
    public void The_latency_is_divided_as_the_profile_divides()
    {
        var costs = KernelCosts.Of(Profile(Group(30, 0, 2), Group(8), Group(10, 1)), milliseconds: 2, nodes: 4);
        costs.Kernels.ShouldBe([0, 1, 0, -1]);
        costs.Milliseconds.ShouldBe([1.5f, 0.5f]);
    }

    [Fact]
    public void A_profile_of_another_network_is_an_error() => Should.Throw<InvalidDataException>(() => KernelCosts.Of(Profile(Group(30, 0, 5)), 2, nodes: 4))
        .Message.ShouldBe("the profile of vgg-7 is not one of a network of 4 nodes");

    private static NetworkProfile Profile(params KernelGroup[] kernels) => new("vgg", 7, "hash", 5, kernels);

    private static KernelGroup Group(double microseconds, params int[] nodes) => new(new KernelTime("node", "Conv", [], [], microseconds), nodes);
}
