using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NarFormer.Store.Sql;

/// <summary>The store in a database; one statement serves every kind of database.</summary>
internal sealed class DatabaseStore(Database database) : INetworkStore
{
    public async Task<bool> AddNetworkAsync(StoredNetwork network, ReadOnlyMemory<byte> model, CancellationToken cancellation = default) =>
        await ImportAsync(new StoreEntry(network, model), cancellation).ConfigureAwait(false);

    public async Task<bool> ImportAsync(StoreEntry entry, CancellationToken cancellation = default) =>
        (await ImportAsync([entry], cancellation).ConfigureAwait(false))[0];

    public Task<IReadOnlyList<bool>> ImportAsync(IReadOnlyList<StoreEntry> entries, CancellationToken cancellation = default) => WriteAsync<IReadOnlyList<bool>>(
        async session =>
        {
            bool[] added = new bool[entries.Count];
            for (int i = 0; i < added.Length; i++) added[i] = await ImportAsync(session, entries[i], cancellation).ConfigureAwait(false);
            return added;
        },
        cancellation);

    public Task<bool> AddMeasurementAsync(StoredMeasurement measurement, CancellationToken cancellation = default) => WriteAsync(
        async session =>
        {
            await RequireAsync(session, measurement.Hash, cancellation).ConfigureAwait(false);
            return await InsertAsync(session, measurement, cancellation).ConfigureAwait(false);
        },
        cancellation);

    public Task AddPredictionAsync(StoredPrediction prediction, CancellationToken cancellation = default) => WriteAsync(
        async session =>
        {
            await RequireAsync(session, prediction.Hash, cancellation).ConfigureAwait(false);
            return await WriteAsync(session, prediction, cancellation).ConfigureAwait(false);
        },
        cancellation);

    public Task AddVectorAsync(string hash, string predictor, ReadOnlyMemory<float> vector, CancellationToken cancellation = default) => WriteAsync(
        async session =>
        {
            await RequireAsync(session, hash, cancellation).ConfigureAwait(false);
            return await WriteAsync(session, hash, predictor, vector, cancellation).ConfigureAwait(false);
        },
        cancellation);

    public async Task<StoredNetwork?> FindAsync(string hash, CancellationToken cancellation = default)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await session.FirstAsync($"SELECT {Rows.Network} FROM networks WHERE hash = @hash", Rows.NetworkOf, cancellation, ("@hash", hash)).ConfigureAwait(false);
        }
    }

    public async Task<byte[]?> ModelAsync(string hash, CancellationToken cancellation = default)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            byte[]? stored = await session.FirstAsync("SELECT brotli FROM models WHERE hash = @hash", row => row.GetFieldValue<byte[]>(0), cancellation, ("@hash", hash)).ConfigureAwait(false);
            return stored is null ? null : CompressedModel.Expand(stored);
        }
    }

    public IAsyncEnumerable<StoredNetwork> NetworksAsync(NetworkFilter? filter = null, CancellationToken cancellation = default)
    {
        var (condition, values) = SearchCondition.Of(filter?.Search);
        string page = filter?.Count is { } count ? $" LIMIT {count} OFFSET {filter.Offset}" : filter?.Offset > 0 ? $" LIMIT {long.MaxValue} OFFSET {filter.Offset}" : "";
        return RowsAsync($"SELECT {Rows.Network} FROM networks{condition} ORDER BY added_at, hash{page}", Rows.NetworkOf, cancellation, values);
    }

    public async Task<long> CountAsync(NetworkFilter? filter = null, CancellationToken cancellation = default)
    {
        var (condition, values) = SearchCondition.Of(filter?.Search);
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false)) return await CountAsync(session, $"networks{condition}", cancellation, values).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<StoredMeasurement>> MeasurementsAsync(string hash, CancellationToken cancellation = default) =>
        await RowsAsync($"SELECT {Rows.Measurement} FROM measurements WHERE hash = @hash ORDER BY at DESC, platform", Rows.MeasurementOf, cancellation, ("@hash", hash))
            .ToListAsync(cancellation).ConfigureAwait(false);

    public IAsyncEnumerable<StoredMeasurement> AllMeasurementsAsync(string? platform = null, CancellationToken cancellation = default) => platform is null
        ? RowsAsync($"SELECT {Rows.Measurement} FROM measurements ORDER BY at, hash, platform", Rows.MeasurementOf, cancellation)
        : RowsAsync($"SELECT {Rows.Measurement} FROM measurements WHERE platform = @platform ORDER BY at, hash", Rows.MeasurementOf, cancellation, ("@platform", platform));

    public async Task<IReadOnlyList<StoredPrediction>> PredictionsAsync(string hash, CancellationToken cancellation = default) =>
        await RowsAsync($"SELECT {Rows.Prediction} FROM predictions WHERE hash = @hash ORDER BY at DESC, platform, predictor", Rows.PredictionOf, cancellation, ("@hash", hash))
            .ToListAsync(cancellation).ConfigureAwait(false);

    public IAsyncEnumerable<StoredPrediction> AllPredictionsAsync(string predictor, CancellationToken cancellation = default) =>
        RowsAsync($"SELECT {Rows.Prediction} FROM predictions WHERE predictor = @predictor ORDER BY at, hash, platform", Rows.PredictionOf, cancellation, ("@predictor", predictor));

    public IAsyncEnumerable<StoredVector> VectorsAsync(string predictor, CancellationToken cancellation = default) =>
        RowsAsync("SELECT hash, elements FROM vectors WHERE predictor = @predictor ORDER BY hash", Rows.VectorOf, cancellation, ("@predictor", predictor));

    public IAsyncEnumerable<StoredNetwork> WithoutVectorAsync(string predictor, CancellationToken cancellation = default) =>
        RowsAsync(
            $"SELECT {Rows.Network} FROM networks WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.predictor = @predictor AND vectors.hash = networks.hash) ORDER BY added_at, hash",
            Rows.NetworkOf, cancellation, ("@predictor", predictor));

    public async Task<StoreStatistics> StatisticsAsync(CancellationToken cancellation = default)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return new StoreStatistics(
                await CountAsync(session, "networks", cancellation).ConfigureAwait(false),
                await CountAsync(session, "measurements", cancellation).ConfigureAwait(false),
                await CountAsync(session, "predictions", cancellation).ConfigureAwait(false),
                await CountAsync(session, "vectors", cancellation).ConfigureAwait(false),
                await session.RowsAsync(
                    "SELECT platform, COUNT(DISTINCT hash), COUNT(*), MIN(at), MAX(at) FROM measurements GROUP BY platform ORDER BY platform",
                    row => new PlatformStatistics(row.GetString(0), row.GetInt64(1), row.GetInt64(2), TimeText.Parse(row.GetString(3)), TimeText.Parse(row.GetString(4))),
                    cancellation).ToListAsync(cancellation).ConfigureAwait(false),
                await session.RowsAsync(
                    "SELECT COALESCE(family, ''), COUNT(*) FROM networks GROUP BY COALESCE(family, '') ORDER BY 1",
                    row => new FamilyStatistics(row.GetString(0), row.GetInt64(1)),
                    cancellation).ToListAsync(cancellation).ConfigureAwait(false));
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async IAsyncEnumerable<T> RowsAsync<T>(
        string sql, Func<System.Data.Common.DbDataReader, T> row, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await foreach (var item in session.RowsAsync(sql, row, cancellation, values).ConfigureAwait(false)) yield return item;
        }
    }

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

    private static async Task<bool> ImportAsync(Session session, StoreEntry entry, CancellationToken cancellation)
    {
        bool added = await InsertAsync(session, entry.Network, entry.Model, cancellation).ConfigureAwait(false);
        foreach (var measurement in entry.Measurements) added |= await InsertAsync(session, measurement, cancellation).ConfigureAwait(false);
        foreach (var prediction in entry.Predictions) await WriteAsync(session, prediction, cancellation).ConfigureAwait(false);
        foreach (var (predictor, vector) in entry.Vectors) await WriteAsync(session, entry.Network.Hash, predictor, vector, cancellation).ConfigureAwait(false);
        return added;
    }

    private static async Task<bool> InsertAsync(Session session, StoredNetwork network, ReadOnlyMemory<byte> model, CancellationToken cancellation)
    {
        int rows = await session.ExecuteAsync(
            """
            INSERT INTO networks (hash, name, family, nodes, macs, parameters, weight_bytes, added_at)
            VALUES (@hash, @name, @family, @nodes, @macs, @parameters, @bytes, @at) ON CONFLICT (hash) DO NOTHING
            """,
            cancellation,
            ("@hash", network.Hash), ("@name", network.Name), ("@family", network.Family), ("@nodes", (long)network.Nodes), ("@macs", network.Macs),
            ("@parameters", network.Parameters), ("@bytes", network.WeightBytes), ("@at", TimeText.Of(network.AddedAt))).ConfigureAwait(false);
        if (rows == 0) return false;
        await session.ExecuteAsync("INSERT INTO models (hash, brotli) VALUES (@hash, @model)", cancellation, ("@hash", network.Hash), ("@model", CompressedModel.Of(model))).ConfigureAwait(false);
        return true;
    }

    private static async Task<bool> InsertAsync(Session session, StoredMeasurement measurement, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            """
            INSERT INTO measurements (hash, platform, at, label_ms, low_ms, median_ms, quantiles_ms, runs, environment)
            VALUES (@hash, @platform, @at, @label, @low, @median, @quantiles, @runs, @environment)
            ON CONFLICT (hash, platform, at) DO UPDATE SET
                label_ms = excluded.label_ms, low_ms = excluded.low_ms, median_ms = excluded.median_ms,
                quantiles_ms = excluded.quantiles_ms, runs = excluded.runs, environment = excluded.environment
                WHERE measurements.label_ms <> excluded.label_ms
            """,
            cancellation,
            ("@hash", measurement.Hash), ("@platform", measurement.Platform), ("@at", TimeText.Of(measurement.At)), ("@label", measurement.LabelMs),
            ("@low", measurement.LowMs), ("@median", measurement.MedianMs), ("@quantiles", JsonSerializer.Serialize(measurement.QuantilesMs)),
            ("@runs", (long)measurement.Runs), ("@environment", measurement.EnvironmentJson)).ConfigureAwait(false) > 0;

    private static Task<int> WriteAsync(Session session, StoredPrediction prediction, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            INSERT INTO predictions (hash, platform, predictor, at, value, low, high, coverage, familiar)
            VALUES (@hash, @platform, @predictor, @at, @value, @low, @high, @coverage, @familiar)
            ON CONFLICT (hash, platform, predictor) DO UPDATE SET
                at = excluded.at, value = excluded.value, low = excluded.low, high = excluded.high, coverage = excluded.coverage, familiar = excluded.familiar
            """,
            cancellation,
            ("@hash", prediction.Hash), ("@platform", prediction.Platform), ("@predictor", prediction.Predictor), ("@at", TimeText.Of(prediction.At)),
            ("@value", prediction.Value), ("@low", prediction.Low), ("@high", prediction.High), ("@coverage", prediction.Coverage), ("@familiar", prediction.Familiar));

    private static Task<int> WriteAsync(Session session, string hash, string predictor, ReadOnlyMemory<float> vector, CancellationToken cancellation) =>
        session.ExecuteAsync(
            "INSERT INTO vectors (predictor, hash, elements) VALUES (@predictor, @hash, @elements) ON CONFLICT (predictor, hash) DO UPDATE SET elements = excluded.elements",
            cancellation,
            ("@predictor", predictor), ("@hash", hash), ("@elements", MemoryMarshal.AsBytes(vector.Span).ToArray()));

    private static async Task RequireAsync(Session session, string hash, CancellationToken cancellation)
    {
        if (await CountAsync(session, "networks WHERE hash = @hash", cancellation, ("@hash", hash)).ConfigureAwait(false) == 0)
            throw new KeyNotFoundException($"network {hash} is not in the store");
    }

    private static Task<long> CountAsync(Session session, string rows, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        session.FirstAsync($"SELECT COUNT(*) FROM {rows}", row => row.GetInt64(0), cancellation, values);
}
