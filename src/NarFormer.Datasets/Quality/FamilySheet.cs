using NarFormer.Datasets.Latency;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Quality;

/// <summary>The networks of one family.</summary>
/// <param name="Family">The family.</param>
/// <param name="Train">Networks for training.</param>
/// <param name="Validation">Networks for validation.</param>
/// <param name="Test">Networks for testing.</param>
/// <param name="LowestMs">The lowest label in ms.</param>
/// <param name="MedianMs">The median label in ms.</param>
/// <param name="HighestMs">The highest label in ms.</param>
public sealed record FamilySheet(string Family, int Train, int Validation, int Test, double LowestMs, double MedianMs, double HighestMs)
{
    internal static FamilySheet Of(IGrouping<string, LatencyRow> rows) => new(
        rows.Key,
        rows.Count(r => r.Split == DataSplit.Train),
        rows.Count(r => r.Split == DataSplit.Validation),
        rows.Count(r => r.Split == DataSplit.Test),
        rows.Min(r => r.LabelMs),
        Quantiles.Of(rows.Select(r => r.LabelMs), 0.5),
        rows.Max(r => r.LabelMs));
}
