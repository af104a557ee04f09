using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Csv;

namespace NarFormer.Datasets.Latency;

/// <summary><c>rounds.csv</c>: every round of the campaign as it was measured, in the order of time.</summary>
internal static class RoundsFile
{
    public const string Name = "rounds.csv";

    private static readonly string[] Columns =
        ["at", "kind", "pass", "family", "seed", "sha256", "nodes", "batch", "runs", "minMs", "p10Ms", "p25Ms", "p50Ms", "p75Ms", "p90Ms", "maxMs"];

    public static IReadOnlyList<CampaignRecord> Read(string path) => [.. CsvTable.Read(path, Columns).Select(Record)];

    public static void Write(string path, IEnumerable<CampaignRecord> records) => CsvTable.Write(path, Columns, records.Select(Fields));

    private static CampaignRecord Record(CsvRow line)
    {
        var at = line.Time();
        var task = new CampaignTask(line.Name<CampaignTaskKind>(), (int)line.Whole(), line.Text(), line.Whole());
        return new CampaignRecord(
            task, line.Text(), (int)line.Whole(), (long)line.Whole(), (int)line.Whole(), [.. CampaignRecord.Shares.Select(_ => line.Positive())], at);
    }

    private static string[] Fields(CampaignRecord record) =>
    [
        CsvField.Of(record.At), CsvField.Of(record.Task.Kind), CsvField.Of(record.Task.Pass), record.Task.Family, CsvField.Of(record.Task.Seed),
        record.Sha256, CsvField.Of(record.Nodes), CsvField.Of(record.Batch), CsvField.Of(record.Runs), .. record.QuantilesMs.Select(CsvField.Of),
    ];
}
