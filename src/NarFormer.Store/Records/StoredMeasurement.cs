namespace NarFormer.Store;

/// <summary>A latency that was measured.</summary>
/// <param name="Hash">The network.</param>
/// <param name="Platform">The machine and runtime, for example <c>ort-cpu</c>.</param>
/// <param name="LabelMs">
/// What counts as the network's latency, in ms: the geometric mean of the rounds' fastest runs; a measuring campaign
/// corrects it for the drift of its machine.
/// </param>
/// <param name="LowMs">The lowest round median, in ms.</param>
/// <param name="MedianMs">The median, in ms.</param>
/// <param name="QuantilesMs">
/// What was measured, in ms: for each round the fastest run, the quantiles 10, 25, 50, 75 and 90 %, and the slowest,
/// <c>[rounds × 7]</c>.
/// </param>
/// <param name="Runs">Timed runs of all rounds.</param>
/// <param name="EnvironmentJson">The machine, its software and the settings, as a JSON object.</param>
/// <param name="At">When the measuring began.</param>
public sealed record StoredMeasurement(
    string Hash, string Platform, double LabelMs, double LowMs, double MedianMs, IReadOnlyList<double> QuantilesMs, int Runs, string EnvironmentJson, DateTimeOffset At)
{
    /// <summary>How many quantiles of each round <see cref="QuantilesMs"/> holds.</summary>
    public const int QuantilesOfARound = 7;
}
