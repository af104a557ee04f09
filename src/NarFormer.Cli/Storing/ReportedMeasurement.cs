using System.Text.Json;
using NarFormer.Datasets.Campaign;
using NarFormer.Measurement;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>A report of <c>narformer measure</c> as the store keeps it.</summary>
internal static class ReportedMeasurement
{
    /// <summary>The measurement of the network <paramref name="hash"/>.</summary>
    public static StoredMeasurement Of(LatencyReport report, string hash) => new(
        hash,
        PlatformName.Of(report.Platform, report.Environment, report.Threads),
        report.FastestMs(),
        report.LowMs,
        report.MedianMs,
        [.. report.Rounds.SelectMany(r => CampaignRecord.Shares.Select(r.Quantile))],
        report.Rounds.Sum(r => r.SamplesMs.Count),
        JsonSerializer.Serialize(new { report.Environment, report.Platform, report.Threads, report.PeakMemoryBytes, report.Warnings }, JsonSerializerOptions.Web),
        report.At);
}
