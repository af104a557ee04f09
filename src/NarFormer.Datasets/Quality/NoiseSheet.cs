using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Latency;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Quality;

/// <summary>
/// The noise floor: how far the labels of networks that were measured again after everything lie from those of the data
/// set. No predictor can be better than its labels repeat. The drift that corrects a network is fitted without that network.
/// </summary>
/// <param name="Networks">Networks that were measured again.</param>
/// <param name="MeanDistance">The mean of |again / label − 1|.</param>
/// <param name="MedianDistance">The median of it.</param>
/// <param name="Within10Percent">The share of networks with a distance of at most 10 %.</param>
/// <param name="MeanDistanceAsMeasured">The mean of |again / label − 1| of the lowest round medians, without correction of drift.</param>
public sealed record NoiseSheet(int Networks, double MeanDistance, double MedianDistance, double Within10Percent, double MeanDistanceAsMeasured)
{
    private const double Close = 0.1;
    private const int Folds = 10;

    internal static NoiseSheet? Of(IReadOnlyList<CampaignRecord> rounds)
    {
        var networks = rounds.Where(r => r.Task.Kind != CampaignTaskKind.Anchor).ToLookup(Name);
        var again = rounds.Where(r => r.Task.Kind == CampaignTaskKind.Repeat).Select(Name).Distinct()
            .Where(n => networks[n].Any(r => r.Task.Kind == CampaignTaskKind.Network)).ToArray();
        if (again.Length == 0) return null;
        var pairs = new List<(LabelledRounds Label, LabelledRounds Again)>();
        for (int fold = 0; fold < Folds; fold++)
        {
            var left = again.Where((_, i) => i % Folds == fold).ToHashSet();
            if (left.Count == 0) continue;
            var drift = DriftModel.Fit([.. rounds.Where(r => !left.Contains(Name(r)))]);
            pairs.AddRange(left.Select(n => (Of(networks[n], CampaignTaskKind.Network, drift), Of(networks[n], CampaignTaskKind.Repeat, drift))));
        }

        double[] distances = [.. pairs.Select(p => Math.Abs(p.Again.LabelMs / p.Label.LabelMs - 1))];
        return new NoiseSheet(
            again.Length,
            distances.Average(),
            Quantiles.Of(distances, 0.5),
            distances.Count(d => d <= Close) / (double)distances.Length,
            pairs.Average(p => Math.Abs(p.Again.LowMs / p.Label.LowMs - 1)));
    }

    private static (string Family, ulong Seed) Name(CampaignRecord round) => (round.Task.Family, round.Task.Seed);

    private static LabelledRounds Of(IEnumerable<CampaignRecord> rounds, CampaignTaskKind kind, DriftModel drift) =>
        LabelledRounds.Of([.. rounds.Where(r => r.Task.Kind == kind)], drift);
}
