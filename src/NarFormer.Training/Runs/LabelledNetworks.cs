using NarFormer.Encoding;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Runs;

/// <summary>A split as predictors see it.</summary>
/// <param name="Networks">The encoded networks or cells.</param>
/// <param name="Labels">What is to be predicted for each, in the same order.</param>
public sealed record LabelledNetworks(IReadOnlyList<EncodedNetwork> Networks, IReadOnlyList<double> Labels)
{
    /// <summary>What they are called, in the same order; empty for cells.</summary>
    public IReadOnlyList<NetworkName> Names { get; init; } = [];

    /// <summary>Measured networks and their latencies.</summary>
    internal static LabelledNetworks Of(IReadOnlyList<TrainingSample> samples) =>
        new([.. samples.Select(s => s.Network)], [.. samples.Select(s => s.LatencyMs)]) { Names = [.. samples.Select(s => new NetworkName(s.Family, s.Seed, s.Nodes))] };
}
