namespace NarFormer.Store;

/// <summary>
/// Remembers networks, what was measured and what was predicted of them. It may be shared between threads and between
/// processes; whatever a finished call wrote stays written, and a call that was cut short wrote nothing.
/// </summary>
public interface INetworkStore : IAsyncDisposable
{
    /// <summary>Remembers a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="model">The ONNX model without the values of its weights.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Whether it is new; a network that is known stays as it is.</returns>
    Task<bool> AddNetworkAsync(StoredNetwork network, ReadOnlyMemory<byte> model, CancellationToken cancellation = default);

    /// <summary>Remembers a network with what is known about it, all or nothing.</summary>
    /// <returns>Whether the network or a measurement is new.</returns>
    Task<bool> ImportAsync(StoreEntry entry, CancellationToken cancellation = default);

    /// <summary>Remembers many networks with what is known about them in one transaction, all or nothing.</summary>
    /// <returns>For each entry whether its network or a measurement of it is new.</returns>
    Task<IReadOnlyList<bool>> ImportAsync(IReadOnlyList<StoreEntry> entries, CancellationToken cancellation = default);

    /// <summary>The network <paramref name="hash"/>, or <see langword="null"/> if it is not known.</summary>
    Task<StoredNetwork?> FindAsync(string hash, CancellationToken cancellation = default);

    /// <summary>The ONNX model of the network <paramref name="hash"/> without the values of its weights, or <see langword="null"/> if it is not known.</summary>
    Task<byte[]?> ModelAsync(string hash, CancellationToken cancellation = default);

    /// <summary>The networks that <paramref name="filter"/> lets through, in the order in which they were added or, if it says so, the newest first.</summary>
    IAsyncEnumerable<StoredNetwork> NetworksAsync(NetworkFilter? filter = null, CancellationToken cancellation = default);

    /// <summary>How many networks match the search of <paramref name="filter"/>, its offset and count aside.</summary>
    Task<long> CountAsync(NetworkFilter? filter = null, CancellationToken cancellation = default);

    /// <summary>Remembers a measurement.</summary>
    /// <returns>
    /// Whether it is new. A network is measured once at a time on a platform: another label for the same time takes the
    /// place of the first.
    /// </returns>
    /// <exception cref="KeyNotFoundException">The network is not known.</exception>
    Task<bool> AddMeasurementAsync(StoredMeasurement measurement, CancellationToken cancellation = default);

    /// <summary>The measurements of the network <paramref name="hash"/>, the newest first.</summary>
    Task<IReadOnlyList<StoredMeasurement>> MeasurementsAsync(string hash, CancellationToken cancellation = default);

    /// <summary>All measurements, or those on <paramref name="platform"/>, the oldest first.</summary>
    IAsyncEnumerable<StoredMeasurement> AllMeasurementsAsync(string? platform = null, CancellationToken cancellation = default);

    /// <summary>Remembers a prediction in place of the same predictor's earlier one for the same platform.</summary>
    /// <exception cref="KeyNotFoundException">The network is not known.</exception>
    Task AddPredictionAsync(StoredPrediction prediction, CancellationToken cancellation = default);

    /// <summary>The predictions for the network <paramref name="hash"/>, the newest first.</summary>
    Task<IReadOnlyList<StoredPrediction>> PredictionsAsync(string hash, CancellationToken cancellation = default);

    /// <summary>All predictions of <paramref name="predictor"/>, the oldest first.</summary>
    IAsyncEnumerable<StoredPrediction> AllPredictionsAsync(string predictor, CancellationToken cancellation = default);

    /// <summary>Remembers the vector that <paramref name="predictor"/> gives a network, in place of an earlier one.</summary>
    /// <exception cref="KeyNotFoundException">The network is not known.</exception>
    Task AddVectorAsync(string hash, string predictor, ReadOnlyMemory<float> vector, CancellationToken cancellation = default);

    /// <summary>All vectors of <paramref name="predictor"/>, or those that were written at <paramref name="since"/> or later.</summary>
    IAsyncEnumerable<StoredVector> VectorsAsync(string predictor, DateTimeOffset? since = null, CancellationToken cancellation = default);

    /// <summary>The networks to which <paramref name="predictor"/> gave no vector yet.</summary>
    IAsyncEnumerable<StoredNetwork> WithoutVectorAsync(string predictor, CancellationToken cancellation = default);

    /// <summary>What the store holds.</summary>
    Task<StoreStatistics> StatisticsAsync(CancellationToken cancellation = default);
}
