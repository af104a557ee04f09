using NarFormer.Datasets.Campaign;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Quality;

/// <summary>How the machine changed during a campaign.</summary>
/// <param name="MedianSlowdown">The median over windows of the slowdown against the quiet machine: 0.1 is 10 % slower.</param>
/// <param name="HighSlowdown">The quantile 90 % of it.</param>
/// <param name="AnchorRounds">Rounds of anchors.</param>
/// <param name="AnchorsBefore">The mean distance (relative) of an anchor's rounds from their median, as measured.</param>
/// <param name="AnchorsAfter">The same after the correction of drift.</param>
/// <param name="Sensitivities">How strongly each family reacts to a slowdown; 1 is the average.</param>
public sealed record DriftSheet(double MedianSlowdown, double HighSlowdown, int AnchorRounds, double AnchorsBefore, double AnchorsAfter, IReadOnlyDictionary<string, double> Sensitivities)
{
    internal static DriftSheet Of(IReadOnlyList<CampaignRecord> rounds, DriftModel drift)
    {
        CampaignRecord[][] anchors = [.. rounds.Where(r => r.Task.Kind == CampaignTaskKind.Anchor).GroupBy(r => r.Task.Family).Select(g => g.ToArray())];
        return new DriftSheet(
            Slowdown(drift, 0.5), Slowdown(drift, 0.9), anchors.Sum(a => a.Length), Distance(anchors, r => r.LowestMs), Distance(anchors, drift.CorrectedMs), drift.Sensitivities);
    }

    private static double Slowdown(DriftModel drift, double share) => drift.Slowdowns.Count > 0 ? Math.Exp(Quantiles.Of(drift.Slowdowns, share)) - 1 : 0;

    private static double Distance(CampaignRecord[][] anchors, Func<CampaignRecord, double> latency) =>
        anchors.SelectMany(a => Distances([.. a.Select(latency)])).DefaultIfEmpty(0).Average();

    private static IEnumerable<double> Distances(double[] latencies)
    {
        double median = Quantiles.Of(latencies, 0.5);
        return latencies.Select(l => Math.Abs(l / median - 1));
    }
}
