using NarFormer.Description;

namespace NarFormer.Server.Contracts;

/// <summary>A predictor that this service uses.</summary>
/// <param name="Name">What to call it in requests.</param>
/// <param name="Version">The name with the beginning of the hash of its file.</param>
/// <param name="Platform">The machine and runtime that it predicts for.</param>
/// <param name="Unit">The unit of its predictions.</param>
/// <param name="Task">What it predicts, for example <c>latency</c>.</param>
/// <param name="Takes"><c>networks</c>, or <c>cells</c> of a search space.</param>
/// <param name="Space">The search space of its cells; null if it takes networks.</param>
/// <param name="Encoding">The encoding with its version.</param>
/// <param name="TrainingNetworks">Networks in its training data.</param>
/// <param name="Members">Networks whose mean is the prediction.</param>
/// <param name="Coverage">The share of networks whose truth lies in their interval; null if it gives no interval.</param>
/// <param name="Metrics">How well it predicts networks that it did not learn from, by the name of the split.</param>
public sealed record PredictorContract(
    string Name,
    string Version,
    string Platform,
    string Unit,
    string Task,
    string Takes,
    string? Space,
    string Encoding,
    int TrainingNetworks,
    int Members,
    double? Coverage,
    IReadOnlyDictionary<string, PredictorScore> Metrics);
