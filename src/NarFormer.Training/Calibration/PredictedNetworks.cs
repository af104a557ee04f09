using NarFormer.Encoding;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Calibration;

/// <summary>Networks of known labels, and what trained networks make of them.</summary>
/// <param name="Networks">The encoded networks.</param>
/// <param name="Families">The family of each.</param>
/// <param name="Labels">What is to be predicted for each.</param>
/// <param name="Predictions">What is predicted for each.</param>
/// <param name="Spreads">The spread of an ensemble's members for each; null where there is one network.</param>
/// <param name="Embeddings">The embedding of each, <c>[hidden]</c>.</param>
internal sealed record PredictedNetworks(
    IReadOnlyList<EncodedNetwork> Networks,
    IReadOnlyList<string> Families,
    IReadOnlyList<double> Labels,
    IReadOnlyList<double> Predictions,
    IReadOnlyList<double>? Spreads,
    IReadOnlyList<float[]> Embeddings)
{
    /// <summary>What <paramref name="network"/> makes of <paramref name="samples"/>.</summary>
    public static PredictedNetworks Of(TrainedEnsemble network, IReadOnlyList<TrainingSample> samples) =>
        Of(network, [.. samples.Select(s => s.Network)], [.. samples.Select(s => s.Family)], [.. samples.Select(s => s.LatencyMs)]);

    /// <summary>What <paramref name="network"/> makes of <paramref name="networks"/>.</summary>
    public static PredictedNetworks Of(TrainedEnsemble network, IReadOnlyList<EncodedNetwork> networks, IReadOnlyList<string> families, IReadOnlyList<double> labels)
    {
        var each = network.PredictEach(networks);
        return new PredictedNetworks(networks, families, labels, TrainedEnsemble.Mean(each), TrainedEnsemble.Spread(each), network.Embed(networks));
    }
}
