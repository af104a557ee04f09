using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Quality;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Latency;

/// <summary>What the rounds of one network say about its latency.</summary>
/// <param name="LabelMs">The weighted geometric mean of the rounds' fastest runs after the correction of drift, in ms.</param>
/// <param name="LowMs">The lowest round median in ms.</param>
/// <param name="MedianMs">The median of the round medians in ms.</param>
/// <param name="Spread">Highest / lowest round after the correction, − 1.</param>
internal readonly record struct LabelledRounds(double LabelMs, double LowMs, double MedianMs, double Spread)
{
    /// <summary>Summarises <paramref name="rounds"/>.</summary>
    public static LabelledRounds Of(IReadOnlyCollection<CampaignRecord> rounds, DriftModel drift)
    {
        double[] corrected = [.. rounds.Select(drift.CorrectedMs)];
        return new LabelledRounds(
            Math.Exp(drift.LogLatency(rounds)),
            rounds.Min(r => r.MedianMs),
            Quantiles.Of(rounds.Select(r => r.MedianMs), 0.5),
            corrected.Max() / corrected.Min() - 1);
    }
}
