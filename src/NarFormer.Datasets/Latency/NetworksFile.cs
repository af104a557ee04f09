using NarFormer.Datasets.Csv;

namespace NarFormer.Datasets.Latency;

/// <summary><c>networks.csv</c>: the networks of a latency data set with their labels.</summary>
internal static class NetworksFile
{
    public const string Name = "networks.csv";

    private static readonly string[] Columns =
        ["family", "seed", "sha256", "graph", "nodes", "batch", "split", "labelMs", "lowMs", "medianMs", "spread"];

    public static IReadOnlyList<LatencyRow> Read(string path)
    {
        var rows = new List<LatencyRow>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in CsvTable.Read(path, Columns))
        {
            var row = new LatencyRow(
                line.Text(), line.Whole(), line.Text(), line.Text(), (int)line.Whole(), (long)line.Whole(), line.Name<DataSplit>(),
                line.Positive(), line.Positive(), line.Positive(), line.Number());
            rows.Add(names.Add(row.Name) ? row : throw line.LineError($"{row.Name} appears a second time"));
        }

        return rows;
    }

    public static void Write(string path, IEnumerable<LatencyRow> rows) => CsvTable.Write(path, Columns, rows.Select(Fields));

    private static string[] Fields(LatencyRow row) =>
    [
        row.Family, CsvField.Of(row.Seed), row.Sha256, row.Graph, CsvField.Of(row.Nodes), CsvField.Of(row.Batch), CsvField.Of(row.Split),
        CsvField.Of(row.LabelMs), CsvField.Of(row.LowMs), CsvField.Of(row.MedianMs), CsvField.Of(row.Spread),
    ];
}
