using System.Text.Json;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Measured;

/// <summary>A line that <c>narformer measure --json</c> printed.</summary>
/// <param name="Report">What was measured.</param>
/// <param name="Path">The network: where the report says, or else beside the file of the line.</param>
public sealed record ReportedNetwork(LatencyReport Report, string Path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>Reads the line <paramref name="text"/> of the file <paramref name="file"/>.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ReportedNetwork Read(string text, string file)
    {
        try
        {
            var report = JsonSerializer.Deserialize<LatencyReport>(text, Json) ?? throw new JsonException("it is empty");
            if (report.Rounds.Count == 0 || report.Rounds.Any(r => r.SamplesMs.Count == 0 || r.SamplesMs.Any(ms => !(ms > 0)))) throw new JsonException("it has no runs above 0 ms");
            return new ReportedNetwork(report, File.Exists(report.File) ? report.File : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file) ?? "", report.File));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"not what narformer measure --json prints: {e.Message}", e);
        }
    }
}
