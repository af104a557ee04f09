using System.Runtime.CompilerServices;
using NarFormer.Store.Sql.Tables;

namespace NarFormer.Store.Sql;

/// <summary>The store in a database; one statement serves every kind of database.</summary>
internal sealed class DatabaseStore(Database database, TimeProvider clock) : INetworkStore
{
    public async Task<bool> AddNetworkAsync(StoredNetwork network, ReadOnlyMemory<byte> model, CancellationToken cancellation = default) =>
        await ImportAsync(new StoreEntry(network, model), cancellation).ConfigureAwait(false);

    public async Task<bool> ImportAsync(StoreEntry entry, CancellationToken cancellation = default) =>
        (await ImportAsync([entry], cancellation).ConfigureAwait(false))[0];

    public Task<IReadOnlyList<bool>> ImportAsync(IReadOnlyList<StoreEntry> entries, CancellationToken cancellation = default) => WriteAsync<IReadOnlyList<bool>>(
        async session =>
        {
            bool[] added = new bool[entries.Count];
            for (int i = 0; i < added.Length; i++) added[i] = await EntryWriting.WriteAsync(session, entries[i], clock.GetUtcNow(), cancellation).ConfigureAwait(false);
            return added;
        },
        cancellation);

    public Task<bool> AddMeasurementAsync(StoredMeasurement measurement, CancellationToken cancellation = default) =>
        AboutAsync(measurement.Hash, session => MeasurementTable.InsertAsync(session, measurement, cancellation), cancellation);

    public Task AddPredictionAsync(StoredPrediction prediction, CancellationToken cancellation = default) =>
        AboutAsync(prediction.Hash, session => PredictionTable.WriteAsync(session, prediction, cancellation), cancellation);

    public Task AddVectorAsync(string hash, string predictor, ReadOnlyMemory<float> vector, CancellationToken cancellation = default) =>
        AboutAsync(hash, session => VectorTable.WriteAsync(session, hash, predictor, vector, clock.GetUtcNow(), cancellation), cancellation);

    public Task<StoredNetwork?> FindAsync(string hash, CancellationToken cancellation = default) =>
        ReadAsync(session => session.FirstAsync(NetworkTable.ByHash, cancellation, ("@hash", hash)), cancellation);

    public Task<byte[]?> ModelAsync(string hash, CancellationToken cancellation = default) =>
        ReadAsync(session => session.FirstAsync(NetworkTable.Models, cancellation, ("@hash", hash)), cancellation);

    public IAsyncEnumerable<StoredNetwork> NetworksAsync(NetworkFilter? filter = null, CancellationToken cancellation = default)
    {
        var (condition, values) = SearchCondition.Of(filter?.Search);
        return RowsAsync(NetworkTable.Filtered(filter, condition), cancellation, values);
    }

    public Task<long> CountAsync(NetworkFilter? filter = null, CancellationToken cancellation = default)
    {
        var (condition, values) = SearchCondition.Of(filter?.Search);
        return ReadAsync(session => session.CountAsync($"networks{condition}", cancellation, values), cancellation);
    }

    public async Task<IReadOnlyList<StoredMeasurement>> MeasurementsAsync(string hash, CancellationToken cancellation = default) =>
        await RowsAsync(MeasurementTable.OfNetwork, cancellation, ("@hash", hash)).ToListAsync(cancellation).ConfigureAwait(false);

    public IAsyncEnumerable<StoredMeasurement> AllMeasurementsAsync(string? platform = null, CancellationToken cancellation = default) => platform is null
        ? RowsAsync(MeasurementTable.All, cancellation)
        : RowsAsync(MeasurementTable.OfPlatform, cancellation, ("@platform", platform));

    public async Task<IReadOnlyList<StoredPrediction>> PredictionsAsync(string hash, CancellationToken cancellation = default) =>
        await RowsAsync(PredictionTable.OfNetwork, cancellation, ("@hash", hash)).ToListAsync(cancellation).ConfigureAwait(false);

    public IAsyncEnumerable<StoredPrediction> AllPredictionsAsync(string predictor, CancellationToken cancellation = default) =>
        RowsAsync(PredictionTable.OfPredictor, cancellation, ("@predictor", predictor));

    public IAsyncEnumerable<StoredVector> VectorsAsync(string predictor, DateTimeOffset? since = null, CancellationToken cancellation = default) => since is { } time
        ? RowsAsync(VectorTable.AddedSince, cancellation, ("@predictor", predictor), ("@since", TimeText.Of(time)))
        : RowsAsync(VectorTable.OfPredictor, cancellation, ("@predictor", predictor));

    public IAsyncEnumerable<StoredNetwork> WithoutVectorAsync(string predictor, CancellationToken cancellation = default) =>
        RowsAsync(NetworkTable.WithoutVector, cancellation, ("@predictor", predictor));

    public Task<StoreStatistics> StatisticsAsync(CancellationToken cancellation = default) => ReadAsync(
        async session => new StoreStatistics(
            await session.CountAsync("networks", cancellation).ConfigureAwait(false),
            await session.CountAsync("measurements", cancellation).ConfigureAwait(false),
            await session.CountAsync("predictions", cancellation).ConfigureAwait(false),
            await session.CountAsync("vectors", cancellation).ConfigureAwait(false),
            await session.RowsAsync(MeasurementTable.Platforms, cancellation).ToListAsync(cancellation).ConfigureAwait(false),
            await session.RowsAsync(NetworkTable.Families, cancellation).ToListAsync(cancellation).ConfigureAwait(false)),
        cancellation);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async IAsyncEnumerable<T> RowsAsync<T>(Query<T> query, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await foreach (var item in session.RowsAsync(query, cancellation, values).ConfigureAwait(false)) yield return item;
        }
    }

    private async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false)) return await read(session).ConfigureAwait(false);
    }

    private Task<T> AboutAsync<T>(string hash, Func<Session, Task<T>> write, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            await NetworkTable.RequireAsync(session, hash, cancellation).ConfigureAwait(false);
            return await write(session).ConfigureAwait(false);
        },
        cancellation);

    private async Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation)
    {
        var session = await database.WriteAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var result = await write(session).ConfigureAwait(false);
            await session.CommitAsync(cancellation).ConfigureAwait(false);
            return result;
        }
    }
}
