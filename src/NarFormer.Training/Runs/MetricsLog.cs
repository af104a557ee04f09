using System.Text.Json;
using NarFormer.Training.Fitting;

namespace NarFormer.Training.Runs;

/// <summary>The metrics of a training as JSON lines, one for each epoch.</summary>
internal sealed class MetricsLog(string path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Drops the lines after <paramref name="epoch"/>, which a resumed training writes again.</summary>
    public void KeepUntil(int epoch)
    {
        string[] lines = File.Exists(path) ? [.. File.ReadLines(path).Take(epoch)] : [];
        string temporary = path + ".tmp";
        File.WriteAllLines(temporary, lines);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>How long all epochs took that have a line.</summary>
    public double Seconds() => File.ReadLines(path).Sum(line => JsonSerializer.Deserialize<Duration>(line, Options)!.Seconds);

    /// <summary>Adds a line.</summary>
    public void Append(EpochReport report) => File.AppendAllText(path, JsonSerializer.Serialize(report, Options) + "\n");

    private sealed record Duration(double Seconds);
}
