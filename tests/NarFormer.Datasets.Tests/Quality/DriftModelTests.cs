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
    public void Finds_that_a_family_reacts_more_strongly()
    {
        double[] slowdowns = [0, 0.3, 0, 0.4, 0, 0.2, 0, 0.1, 0, 0.35];
        var rounds = slowdowns.SelectMany((slowdown, w) => Enumerable.Range(0, 6).Select(i =>
            SampleRounds.Round(CampaignTaskKind.Anchor, w, i < 4 ? "calm" : "nervous", (ulong)i, (5 * w) + (0.5 * i), (i + 1) * Math.Exp(slowdown * (i < 4 ? 1 : 1.5)))));
        var drift = DriftModel.Fit([.. rounds]);
        (drift.Sensitivities["nervous"] / drift.Sensitivities["calm"]).ShouldBe(1.5, 0.1);
    }

    [Fact]
    public void A_round_on_the_quiet_machine_counts_more()
    {
        var drift = DriftModel.Fit([.. new[] { 0, 0.3, 0, 0.3 }.SelectMany(Window)]);
        var quiet = SampleRounds.Round(CampaignTaskKind.Network, 0, "a0", 0, 1, 1);
        var busy = SampleRounds.Round(CampaignTaskKind.Network, 1, "a0", 0, 6, 1);
        drift.WeightOf(quiet).ShouldBeGreaterThan(5 * drift.WeightOf(busy));
    }

    [Fact]
    public void A_round_that_was_interrupted_hardly_moves_its_network()
    {
        var drift = DriftModel.Fit([.. new[] { 0, 0.3, 0, 0.3 }.SelectMany(Window)]);
        CampaignRecord[] rounds =
        [
            SampleRounds.Round(CampaignTaskKind.Network, 0, "a0", 0, 6, 500),
            SampleRounds.Round(CampaignTaskKind.Network, 1, "a0", 0, 1, 2),
        ];
        Math.Exp(drift.LogLatency(rounds)).ShouldBe(2, 0.02);
    }

    [Fact]
    public void A_network_whose_rounds_disagree_is_less_certain()
    {
        var drift = DriftModel.Fit([.. new[] { 0.0, 0, 0, 0 }.SelectMany(Window)]);
        double Variance(params double[] ms) => drift.VarianceOf([.. ms.Select((t, i) => SampleRounds.Round(CampaignTaskKind.Network, i, "a0", 0, 5 * i, t))]);
        Variance(2, 2.4).ShouldBeGreaterThan(5 * Variance(2, 2.02));
        Variance(2, 2.4).ShouldBeGreaterThan(Variance(2, 2.4, 2.02));
    }

    [Fact]
    public void Knows_nothing_without_rounds() => DriftModel.Fit([]).At(SampleRounds.Start).ShouldBe(0);

    private static IEnumerable<CampaignRecord> Window(double slowdown, int window) =>
        Enumerable.Range(0, 5).Select(i => SampleRounds.Round(CampaignTaskKind.Anchor, window, $"a{i}", 0, 5 * window + i, (i + 1) * Math.Exp(slowdown)));
}
