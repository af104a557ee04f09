using NarFormer.Server.Contracts;
using NarFormer.Server.Predictors;
using NarFormer.Server.Problems;
using NarFormer.Server.Telemetry;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Networks with the answers to them: what is not known yet is predicted and remembered.</summary>
internal sealed class KnownNetworks(
    INetworkStore store, StoreWriter writer, PredictorCatalog predictors, NetworkReading reading, NetworkAnswers answers, ServerMetrics metrics, TimeProvider clock)
{
    /// <summary>Takes a network that was uploaded.</summary>
    /// <returns>The network and whether it is new.</returns>
    public async Task<(NetworkContract Network, bool IsNew)> AddAsync(ReadNetwork read, CancellationToken cancellation)
    {
        var cost = read.Inspection.Cost;
        var network = await store.FindAsync(read.Hash, cancellation).ConfigureAwait(false) ?? new StoredNetwork(
            read.Hash, read.Inspection.Graph.Name, Family: null, read.Inspection.Graph.Nodes.Count, cost.Macs, cost.Parameters, cost.WeightBytes, clock.GetUtcNow());
        var (contract, isNew) = await CompleteAsync(network, read, cancellation).ConfigureAwait(false);
        metrics.Upload(isNew);
        return (contract, isNew);
    }

    /// <summary>The network <paramref name="hash"/>.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task<NetworkContract> FindAsync(string hash, CancellationToken cancellation)
    {
        var (network, read) = await ReadAsync(hash, cancellation).ConfigureAwait(false);
        return (await CompleteAsync(network, read, cancellation).ConfigureAwait(false)).Network;
    }

    /// <summary>The network <paramref name="hash"/> as it was read.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task<(StoredNetwork Network, ReadNetwork Read)> ReadAsync(string hash, CancellationToken cancellation)
    {
        var network = await store.FindAsync(hash, cancellation).ConfigureAwait(false) ?? throw NotKnown(hash);
        byte[] model = await store.ModelAsync(hash, cancellation).ConfigureAwait(false) ?? throw NotKnown(hash);
        return (network, await reading.ReadAsync(model, network.Name, cancellation).ConfigureAwait(false));
    }

    /// <summary>What is known of the network <paramref name="hash"/>, predicted where it has to be.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task<IReadOnlyList<AnswerContract>> AnswersAsync(string hash, CancellationToken cancellation)
    {
        var measurements = await store.MeasurementsAsync(hash, cancellation).ConfigureAwait(false);
        var predictions = await store.PredictionsAsync(hash, cancellation).ConfigureAwait(false);
        if (Missing(predictions).Count == 0) return answers.Of(measurements, predictions);
        var (network, read) = await ReadAsync(hash, cancellation).ConfigureAwait(false);
        return (await CompleteAsync(network, read, cancellation).ConfigureAwait(false)).Network.Answers;
    }

    /// <summary>The error for a network that nobody has brought yet.</summary>
    public static NotFoundException NotKnown(string hash) => new($"network '{hash}' is not known here");

    private async Task<(NetworkContract Network, bool IsNew)> CompleteAsync(StoredNetwork network, ReadNetwork read, CancellationToken cancellation)
    {
        var measurements = await store.MeasurementsAsync(network.Hash, cancellation).ConfigureAwait(false);
        var predictions = await store.PredictionsAsync(network.Hash, cancellation).ConfigureAwait(false);
        var missing = Missing(predictions);
        bool isNew = false;
        if (missing.Count > 0 || predictors.Networks.Count == 0)
        {
            var made = await Task.WhenAll(missing.Select(p => PredictAsync(p, read, cancellation))).ConfigureAwait(false);
            var entry = new StoreEntry(network, read.Model)
            {
                Predictions = [.. missing.Zip(made, (predictor, prediction) => Stored(network.Hash, predictor, prediction))],
                Vectors = missing.Zip(made).ToDictionary(p => p.First.Version, p => p.Second.Embedding, StringComparer.Ordinal),
            };
            isNew = await writer.WriteAsync(entry, cancellation).ConfigureAwait(false);
            predictions = [.. entry.Predictions, .. predictions];
        }

        return (NetworkContracts.Of(network, read.Inspection, answers.Of(measurements, predictions)), isNew);
    }

    private List<ServedNetworkPredictor> Missing(IReadOnlyList<StoredPrediction> predictions) =>
        [.. predictors.Networks.Where(p => !predictions.Any(known => known.Predictor == p.Version))];

    private async Task<Prediction> PredictAsync(ServedNetworkPredictor predictor, ReadNetwork read, CancellationToken cancellation)
    {
        var encoded = await reading.EncodeAsync(read, predictor.Encoding, cancellation).ConfigureAwait(false);
        try
        {
            return (await predictor.PredictAsync([encoded], cancellation).ConfigureAwait(false))[0];
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableException($"{read.Inspection.Graph.Name}: {e.Message}", e);
        }
    }

    private StoredPrediction Stored(string hash, ServedNetworkPredictor predictor, Prediction prediction) => new(
        hash, prediction.Platform, predictor.Version, prediction.Value, prediction.Low, prediction.High, prediction.Coverage, prediction.IsFamiliar, clock.GetUtcNow());
}
