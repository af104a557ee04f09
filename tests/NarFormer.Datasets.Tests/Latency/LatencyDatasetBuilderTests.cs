using NarFormer.Datasets.Latency;

namespace NarFormer.Datasets.Tests.Latency;

public sealed class LatencyDatasetBuilderTests
{
    [Fact]
    public void Labels_are_those_of_the_quiet_machine()
    {
        foreach (var row in LatencyDatasetBuilder.Rows(SampleRounds.Campaign()))
        {
            row.LabelMs.ShouldBe(row.Seed, row.Seed * 0.01);
            row.Spread.ShouldBeLessThan(0.01);
        }
    }

    [Fact]
    public void A_network_that_changed_during_the_campaign_is_an_error()
    {
        var records = SampleRounds.Campaign().ToArray();
        records[3] = records[3] with { Sha256 = "feed" };
        Should.Throw<InvalidDataException>(() => LatencyDatasetBuilder.Rows(records)).Message.ShouldContain("bert-2");
    }
}
