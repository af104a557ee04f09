using NarFormer.Server.Contracts;
using NarFormer.Server.Predictors;
using NarFormer.Server.Problems;
using NarFormer.Server.Telemetry;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Networks with the answers to them: what is not known yet is predicted and remembered.</summary>
internal sealed class KnownNetworks(
    INetworkStore store, StoreWriter writer, NetworkVectors vectors, PredictorCatalog predictors, NetworkReading reading, NetworkAnswers answers, ServerMetrics metrics, TimeProvider clock)
{
    /// <summary>Takes a network that was uploaded.</summary>
    /// <returns>The network and whether it is new.</returns>
    public async Task<(NetworkContract Network, bool IsNew)> AddAsync(ReadNetwork read, CancellationToken cancellation)
    {
        var known = await store.FindAsync(read.Network.Hash, cancellation).ConfigureAwait(false);
        var (contract, isNew) = await CompleteAsync(known is null ? read : read with { Network = known }, cancellation).ConfigureAwait(false);
        metrics.Upload(isNew);
        return (contract, isNew);
    }

    /// <summary>The network <paramref name="hash"/>.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task<NetworkContract> FindAsync(string hash, CancellationToken cancellation)
    {
        var read = await ReadAsync(hash, cancellation).ConfigureAwait(false);
        return (await CompleteAsync(read, cancellation).ConfigureAwait(false)).Network;
    }

    /// <summary>The network <paramref name="hash"/> as it was read.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task<ReadNetwork> ReadAsync(string hash, CancellationToken cancellation)
    {
        var network = await store.FindAsync(hash, cancellation).ConfigureAwait(false) ?? throw NotKnown(hash);
        byte[] model = await store.ModelAsync(hash, cancellation).ConfigureAwait(false) ?? throw NotKnown(hash);
        return await reading.ReadAsync(network, model, cancellation).ConfigureAwait(false);
    }

    /// <summary>What is known of the network <paramref name="hash"/>, predicted where it has to be.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task<IReadOnlyList<AnswerContract>> AnswersAsync(string hash, CancellationToken cancellation)
    {
        var measurements = await store.MeasurementsAsync(hash, cancellation).ConfigureAwait(false);
        var predictions = await store.PredictionsAsync(hash, cancellation).ConfigureAwait(false);
        if (Missing(predictions).Count == 0) return answers.Of(measurements, predictions);
        var read = await ReadAsync(hash, cancellation).ConfigureAwait(false);
        return (await CompleteAsync(read, cancellation).ConfigureAwait(false)).Network.Answers;
    }

    /// <summary>The known networks that are most like the network <paramref name="hash"/>, the nearest first.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task<IReadOnlyList<SimilarContract>> SimilarAsync(string hash, int count, ServedNetworkPredictor predictor, CancellationToken cancellation)
    {
        var read = await ReadAsync(hash, cancellation).ConfigureAwait(false);
        var prediction = await PredictAsync(predictor, read, cancellation).ConfigureAwait(false);
        var similar = new List<SimilarContract>(count);
        foreach (var near in await vectors.NearestAsync(predictor.Version, prediction.Embedding, count, hash, cancellation).ConfigureAwait(false))
        {
            if (await store.FindAsync(near.Hash, cancellation).ConfigureAwait(false) is not { } network) continue;
            similar.Add(new SimilarContract(network.Hash, network.Name, network.Family, near.Distance, await answers.KnownAsync(network.Hash, cancellation).ConfigureAwait(false)));
        }

        return similar;
    }

    /// <summary>Asks every predictor about the network <paramref name="hash"/> and remembers what they say.</summary>
    /// <exception cref="NotFoundException">It is not known.</exception>
    public async Task LearnAsync(string hash, CancellationToken cancellation) =>
        await LearnAsync(await ReadAsync(hash, cancellation).ConfigureAwait(false), predictors.Networks, cancellation).ConfigureAwait(false);

    private static NotFoundException NotKnown(string hash) => new($"network '{hash}' is not known here");

    private async Task<(NetworkContract Network, bool IsNew)> CompleteAsync(ReadNetwork read, CancellationToken cancellation)
    {
        string hash = read.Network.Hash;
        var measurements = await store.MeasurementsAsync(hash, cancellation).ConfigureAwait(false);
        var predictions = await store.PredictionsAsync(hash, cancellation).ConfigureAwait(false);
        var missing = Missing(predictions);
        bool isNew = false;
        if (missing.Count > 0 || predictors.Networks.Count == 0)
        {
            (isNew, var made) = await LearnAsync(read, missing, cancellation).ConfigureAwait(false);
            predictions = [.. made, .. predictions];
        }

        return (NetworkContracts.Of(read.Network, read.Inspection, answers.Of(measurements, predictions)), isNew);
    }

    private async Task<(bool IsNew, IReadOnlyList<StoredPrediction> Made)> LearnAsync(ReadNetwork read, IReadOnlyList<ServedNetworkPredictor> asked, CancellationToken cancellation)
    {
        var made = await Task.WhenAll(asked.Select(p => PredictAsync(p, read, cancellation))).ConfigureAwait(false);
        var entry = new StoreEntry(read.Network, read.Model)
        {
            Predictions = [.. asked.Zip(made, (predictor, prediction) => Stored(read.Network.Hash, predictor, prediction))],
            Vectors = asked.Zip(made).ToDictionary(p => p.First.Version, p => p.Second.Embedding, StringComparer.Ordinal),
        };
        bool isNew = await writer.WriteAsync(entry, cancellation).ConfigureAwait(false);
        return (isNew, entry.Predictions);
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
