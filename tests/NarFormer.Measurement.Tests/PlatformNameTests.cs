using NarFormer.Measurement.Environment;

namespace NarFormer.Measurement.Tests;

public sealed class PlatformNameTests
{
    private static readonly MachineEnvironment Machine = EnvironmentReader.Read() with { Cpu = "AMD EPYC", OnnxRuntime = "1.31.1" };

    [Fact]
    public void Names_runtime_machine_and_threads() => PlatformName.Of(LatencyEngine.Platform, Machine, 2).ShouldBe("ort-cpu 1.31.1, AMD EPYC, 2 threads");

    [Theory]
    [InlineData("ort-cpu", "ort-cpu 1.31.1, AMD EPYC, 1 thread", true)]
    [InlineData("ort-cpu 1.3", "ort-cpu 1.31.1, AMD EPYC, 1 thread", true)]
    [InlineData("ort-cpu", "ort-cpu", true)]
    [InlineData("ort-cpu", "ort-cpu-plain 1.31.1, AMD EPYC, 1 thread", false)]
    [InlineData("ort-cpu-plain", "ort-cpu-plain 1.31.1, AMD EPYC, 1 thread", true)]
    [InlineData("ort-cpu-plain", "ort-cpu 1.31.1, AMD EPYC, 1 thread", false)]
    public void A_platform_is_meant_by_its_beginning_but_not_by_that_of_another_name(string asked, string platform, bool meant) =>
        PlatformName.IsMeant(asked, platform).ShouldBe(meant);
}
