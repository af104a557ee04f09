using NarFormer.Datasets.Campaign;

namespace NarFormer.Datasets.Tests.Campaign;

public sealed class CampaignLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LogPath => _folder.File("campaign.jsonl");

    [Fact]
    public void Keeps_what_was_appended()
    {
        using (var log = CampaignLog.Open(LogPath)) log.Append(Record(1));
        using (var log = CampaignLog.Open(LogPath)) log.Append(Record(2));
        CampaignLog.Read(LogPath).Select(r => r.Task.Seed).ShouldBe([1ul, 2ul]);
    }

    [Fact]
    public void Drops_a_line_that_a_kill_cut_short_and_goes_on()
    {
        using (var log = CampaignLog.Open(LogPath))
        {
            log.Append(Record(1));
            log.Append(Record(2));
        }

        using (var stream = File.OpenWrite(LogPath)) stream.SetLength(stream.Length - 20);
        using (var log = CampaignLog.Open(LogPath))
        {
            log.Records.Count.ShouldBe(1);
            log.Append(Record(3));
        }

        CampaignLog.Read(LogPath).Select(r => r.Task.Seed).ShouldBe([1ul, 3ul]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_broken_line_before_the_end_is_an_error_with_its_number(string line)
    {
        using (var log = CampaignLog.Open(LogPath)) log.Append(Record(1));
        File.AppendAllText(LogPath, line + "\n");
        Should.Throw<InvalidDataException>(() => CampaignLog.Read(LogPath)).Message.ShouldContain("campaign.jsonl:2");
    }

    public void Dispose() => _folder.Dispose();

    private static CampaignRecord Record(ulong seed) => SampleRounds.Round(CampaignTaskKind.Network, 0, "bert", seed, seed, 1.5);
}
