using System.Text.Json;
using NarFormer.Datasets.Measured;
using NarFormer.Onnx;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>The networks of a file of JSON Lines: what <c>narformer measure --json</c> or <c>narformer store export</c> wrote.</summary>
internal static class LineItems
{
    /// <summary>The lines of the file <paramref name="path"/>.</summary>
    public static IEnumerable<ImportItem> Of(string path, TimeProvider clock) =>
        File.ReadLines(path).Select((line, i) => (Text: line, Place: $"{path}:{i + 1}")).Where(l => !string.IsNullOrWhiteSpace(l.Text))
            .Select(l => new ImportItem(l.Place, () => Entry(l.Text, l.Place, path, clock)));

    private static StoreEntry Entry(string text, string place, string path, TimeProvider clock)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("rounds", out _) ? Reported(text, path, clock) : StoreLine.Read(text);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or FormatException)
        {
            throw new InvalidDataException($"{place}: {e.Message}", e);
        }
    }

    private static StoreEntry Reported(string text, string path, TimeProvider clock)
    {
        var (report, file) = ReportedNetwork.Read(text, path);
        if (!File.Exists(file)) throw new InvalidDataException($"the network {report.File} that was measured is not there");
        var captured = new NetworkCapture(clock, new OnnxReadOptions { Batch = report.Batch, Dimensions = report.Dimensions }).File(file);
        return captured.With(ReportedMeasurement.Of(report, captured.Network.Hash));
    }
}
