using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Latency;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Quality;

/// <summary>
/// The noise floor: how far the labels of networks that were measured again after everything lie from those of the data
/// set. No predictor can be better than its labels repeat.
/// </summary>
/// <param name="Networks">Networks that were measured again.</param>
/// <param name="MeanDistance">The mean of |again / label − 1|.</param>
/// <param name="MedianDistance">The median of it.</param>
/// <param name="Within10Percent">The share of networks with a distance of at most 10 %.</param>
/// <param name="MeanDistanceAsMeasured">The mean of |again / label − 1| of the lowest round medians, without correction of drift.</param>
public sealed record NoiseSheet(int Networks, double MeanDistance, double MedianDistance, double Within10Percent, double MeanDistanceAsMeasured)
{
    private const double Close = 0.1;

    internal static NoiseSheet? Of(IReadOnlyList<CampaignRecord> rounds, DriftModel drift)
    {
        var set = Labels(rounds, CampaignTaskKind.Network, drift);
        var again = Labels(rounds, CampaignTaskKind.Repeat, drift).Where(r => set.ContainsKey(r.Key)).ToArray();
        if (again.Length == 0) return null;
        double[] distances = [.. again.Select(r => Math.Abs(r.Value.LabelMs / set[r.Key].LabelMs - 1))];
        return new NoiseSheet(
            again.Length,
            distances.Average(),
            Quantiles.Of(distances, 0.5),
            distances.Count(d => d <= Close) / (double)distances.Length,
            again.Average(r => Math.Abs(r.Value.LowMs / set[r.Key].LowMs - 1)));
    }

    private static Dictionary<(string, ulong), LabelledRounds> Labels(IReadOnlyList<CampaignRecord> rounds, CampaignTaskKind kind, DriftModel drift) =>
        rounds.Where(r => r.Task.Kind == kind).GroupBy(r => (r.Task.Family, r.Task.Seed))
            .ToDictionary(g => g.Key, g => LabelledRounds.Of([.. g], drift));
}
