namespace NarFormer.Datasets.Campaign;

/// <summary>How far a campaign is.</summary>
/// <param name="Done">Tasks done, those of earlier runs included.</param>
/// <param name="Total">All tasks.</param>
/// <param name="Left">The time left at the pace of this run.</param>
/// <param name="Last">The record just made.</param>
public readonly record struct CampaignProgress(int Done, int Total, TimeSpan Left, CampaignRecord Last);
