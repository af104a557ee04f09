using System.Text.Json.Serialization;

namespace NarFormer.Datasets.Campaign;

/// <summary>What one task of a campaign gave: a line of its log.</summary>
/// <param name="Task">The task.</param>
/// <param name="Sha256">The first 16 hexadecimal digits of the hash of the network's file.</param>
/// <param name="Nodes">Nodes of the file.</param>
/// <param name="Batch">Samples of one run.</param>
/// <param name="Runs">Timed runs.</param>
/// <param name="QuantilesMs">The lowest run, the quantiles 10, 25, 50, 75 and 90 %, and the highest, in ms.</param>
/// <param name="At">When the round began.</param>
public sealed record CampaignRecord(CampaignTask Task, string Sha256, int Nodes, long Batch, int Runs, double[] QuantilesMs, DateTimeOffset At)
{
    /// <summary>The shares that <see cref="QuantilesMs"/> holds.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

    /// <summary>The median of the round in ms.</summary>
    [JsonIgnore]
    public double MedianMs => QuantilesMs[3];

    /// <summary>The fastest run of the round in ms: what other work on the machine touches least.</summary>
    [JsonIgnore]
    public double LowestMs => QuantilesMs[0];
}
