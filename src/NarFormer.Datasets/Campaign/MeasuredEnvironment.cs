using System.Text.Json;
using System.Text.Json.Serialization;
using NarFormer.Measurement;
using NarFormer.Measurement.Environment;

namespace NarFormer.Datasets.Campaign;

/// <summary>The machine and settings of a campaign, kept beside its log.</summary>
/// <param name="Environment">The machine.</param>
/// <param name="Core">The processor that the measuring thread was pinned to, if any.</param>
/// <param name="Platform">What ran the networks.</param>
/// <param name="Threads">Threads that one operator could use.</param>
/// <param name="RoundSeconds">Length of a round.</param>
/// <param name="MinimumRuns">The fewest runs of a round.</param>
/// <param name="MaximumRuns">The most runs of a round.</param>
public sealed record MeasuredEnvironment(MachineEnvironment Environment, int? Core, string Platform, int Threads, double RoundSeconds, int MinimumRuns, int MaximumRuns)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "environment.json";

    /// <summary>The platform by its full name, see <see cref="Measurement.PlatformName"/>.</summary>
    [JsonIgnore]
    public string PlatformName => Measurement.PlatformName.Of(Platform, Environment, Threads);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the machine as it is now, unless the file is there already.</summary>
    /// <exception cref="InvalidDataException">It is there and of another platform; the message names it.</exception>
    public static void Write(string path, int? core, LatencyJob job)
    {
        if (File.Exists(path))
        {
            string platform = Read(path).Platform;
            if (platform != job.Platform) throw new InvalidDataException($"{path}: the campaign measures {platform}, it cannot go on as {job.Platform}");
            return;
        }

        var measured = new MeasuredEnvironment(
            EnvironmentReader.Read(), core, job.Platform, job.Threads, job.RoundTime.TotalSeconds, job.MinimumRuns, job.MaximumRuns);
        File.WriteAllText(path, JsonSerializer.Serialize(measured, Json) + "\n");
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is not such a file; the message names it.</exception>
    public static MeasuredEnvironment Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<MeasuredEnvironment>(File.ReadAllText(path), Json) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: not the environment of a campaign: {e.Message}", e);
        }
    }
}
