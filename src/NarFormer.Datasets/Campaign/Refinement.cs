using NarFormer.Datasets.Quality;

namespace NarFormer.Datasets.Campaign;

/// <summary>Which networks of a campaign deserve another round: those whose rounds so far disagree, or fell into times when the machine was busy.</summary>
internal static class Refinement
{
    /// <summary>Another round for each of the <paramref name="count"/> networks that are known least, in the order in which they were measured first.</summary>
    public static IReadOnlyList<CampaignTask> Tasks(IReadOnlyList<CampaignRecord> records, int count)
    {
        var drift = DriftModel.Fit(records);
        return
        [
            .. records.Where(r => r.Task.Kind == CampaignTaskKind.Network)
                .GroupBy(r => (r.Task.Family, r.Task.Seed))
                .Select((rounds, order) => (rounds.Key, Order: order, Variance: drift.VarianceOf([.. rounds]), Pass: rounds.Max(r => r.Task.Pass) + 1))
                .OrderByDescending(n => n.Variance)
                .Take(count)
                .OrderBy(n => n.Order)
                .Select(n => new CampaignTask(CampaignTaskKind.Network, n.Pass, n.Key.Family, n.Key.Seed)),
        ];
    }
}
