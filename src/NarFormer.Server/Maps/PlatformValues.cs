using NarFormer.Server.Predictors;
using NarFormer.Store;

namespace NarFormer.Server.Maps;

/// <summary>What is known of every network on the platform of one predictor.</summary>
/// <param name="Networks">All networks by their hash, in the order in which they were added.</param>
/// <param name="Measured">The newest measurement of each network that was measured.</param>
/// <param name="Predicted">What the predictor says of each network that it has seen.</param>
internal sealed record PlatformValues(
    IReadOnlyDictionary<string, StoredNetwork> Networks, IReadOnlyDictionary<string, double> Measured, IReadOnlyDictionary<string, double> Predicted)
{
    /// <summary>Asks the store.</summary>
    public static async Task<PlatformValues> OfAsync(INetworkStore store, ServedNetworkPredictor predictor, CancellationToken cancellation)
    {
        var networks = new OrderedDictionary<string, StoredNetwork>(StringComparer.Ordinal);
        await foreach (var network in store.NetworksAsync(cancellation: cancellation).ConfigureAwait(false)) networks[network.Hash] = network;
        var measured = new Dictionary<string, double>(StringComparer.Ordinal);
        await foreach (var measurement in store.AllMeasurementsAsync(predictor.Description.Platform, cancellation).ConfigureAwait(false)) measured[measurement.Hash] = measurement.LabelMs;
        var predicted = new Dictionary<string, double>(StringComparer.Ordinal);
        await foreach (var prediction in store.AllPredictionsAsync(predictor.Version, cancellation).ConfigureAwait(false)) predicted[prediction.Hash] = prediction.Value;
        return new PlatformValues(networks, measured, predicted);
    }

    /// <summary>The latency of a network and where it is from; nulls if nothing is known.</summary>
    public (double? Milliseconds, string? Source) Of(string hash) =>
        Measured.TryGetValue(hash, out double measured) ? (measured, "measured") : Predicted.TryGetValue(hash, out double predicted) ? (predicted, "predicted") : (null, null);
}
