namespace NarFormer.Datasets.Campaign;

/// <summary>One network to be measured once.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Pass">Which time the whole set is gone through; anchors count the blocks between which they stand.</param>
/// <param name="Family">The family.</param>
/// <param name="Seed">The seed in the family.</param>
public sealed record CampaignTask(CampaignTaskKind Kind, int Pass, string Family, ulong Seed);
