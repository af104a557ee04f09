using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Quality;

namespace NarFormer.Datasets.Tests.Quality;

public sealed class DriftModelTests
{
    [Fact]
    public void Finds_how_much_slower_the_machine_was()
    {
        double[] slowdowns = [0, 0.3, 0.1, 0.5, 0, 0.2];
        var drift = DriftModel.Fit([.. slowdowns.SelectMany(Window)]);
        for (int w = 0; w < slowdowns.Length; w++)
            drift.At(SampleRounds.Start.AddSeconds(5 * w + 1)).ShouldBe(slowdowns[w], 1e-3);
    }

    [Fact]
    public void A_single_disturbed_round_does_not_move_its_window()
    {
        var records = new[] { 0, 0.0, 0, 0 }.SelectMany(Window).ToArray();
        records[6] = SampleRounds.Round(CampaignTaskKind.Anchor, 1, "a1", 0, 6, 100);
        DriftModel.Fit(records).At(SampleRounds.Start.AddSeconds(6)).ShouldBe(0, 0.05);
    }

    [Fact]
    public void Knows_nothing_without_rounds() => DriftModel.Fit([]).At(SampleRounds.Start).ShouldBe(0);

    private static IEnumerable<CampaignRecord> Window(double slowdown, int window) =>
        Enumerable.Range(0, 5).Select(i => SampleRounds.Round(CampaignTaskKind.Anchor, window, $"a{i}", 0, 5 * window + i, (i + 1) * Math.Exp(slowdown)));
}
