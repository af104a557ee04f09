using NarFormer.Training.Adaptation.Devices;

namespace NarFormer.Training.Tests.Adaptation.Devices;

public sealed class DeviceProtocolTests
{
    private static readonly double[] Latencies = [.. Enumerable.Range(0, 60).Select(i => 1.0 + (i * 7 % 60))];

    private static readonly DeviceStudyRecipe Recipe = new()
    {
        Cells = "",
        Latencies = "",
        Features = [],
        TrainingDevices = [],
        TestDevices = [],
        Known = 20,
        Queries = 20,
    };

    [Fact]
    public void The_published_protocol_leaves_the_extremes_out()
    {
        var protocol = DeviceProtocol.Of(Latencies, Recipe).Single(p => p.Name == DeviceProtocol.Published);
        protocol.Candidates.Length.ShouldBe(16);
        protocol.Queries.Length.ShouldBe(16);
        protocol.Candidates.ShouldAllBe(c => c < 20);
        protocol.Queries.ShouldAllBe(c => c >= 20 && c < 40);
        protocol.Candidates.ShouldNotContain(Array.IndexOf(Latencies, Latencies[..20].Min()));
        protocol.Queries.ShouldNotContain(Array.IndexOf(Latencies, Latencies[20..40].Max()));
    }

    [Fact]
    public void The_other_one_takes_every_cell()
    {
        var protocol = DeviceProtocol.Of(Latencies, Recipe).Single(p => p.Name == DeviceProtocol.All);
        protocol.Candidates.ShouldBe(Enumerable.Range(0, 20));
        protocol.Queries.ShouldBe(Enumerable.Range(20, 40));
    }

    [Fact]
    public void More_measurements_of_a_draw_contain_the_fewer()
    {
        var protocol = DeviceProtocol.Of(Latencies, Recipe)[1];
        protocol.Draw(10, 3)[..4].ShouldBe(protocol.Draw(4, 3));
        protocol.Draw(10, 3).ShouldNotBe(protocol.Draw(10, 4));
        protocol.Draw(10, 3).Distinct().Count().ShouldBe(10);
    }
}
