using System.Data.Common;
using System.Text.Json;

namespace NarFormer.Store.Sql.Tables;

/// <summary>What was measured.</summary>
internal static class MeasurementTable
{
    private const string Columns = "hash, platform, label_ms, low_ms, median_ms, quantiles_ms, runs, environment, at";

    public static readonly Query<StoredMeasurement> All = new($"SELECT {Columns} FROM measurements ORDER BY at, hash, platform", Measurement);

    public static readonly Query<StoredMeasurement> OfPlatform = new($"SELECT {Columns} FROM measurements WHERE platform = @platform ORDER BY at, hash", Measurement);

    public static readonly Query<StoredMeasurement> OfNetwork = new($"SELECT {Columns} FROM measurements WHERE hash = @hash ORDER BY at DESC, platform", Measurement);

    public static readonly Query<PlatformStatistics> Platforms = new(
        "SELECT platform, COUNT(DISTINCT hash), COUNT(*), MIN(at), MAX(at) FROM measurements GROUP BY platform ORDER BY platform",
        row => new PlatformStatistics(row.GetString(0), row.GetInt64(1), row.GetInt64(2), TimeText.Parse(row.GetString(3)), TimeText.Parse(row.GetString(4))));

    /// <summary>Adds a measurement, or puts another label of the same time in its place.</summary>
    /// <returns>Whether anything is new.</returns>
    public static async Task<bool> InsertAsync(Session session, StoredMeasurement measurement, CancellationToken cancellation) =>
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

    private static StoredMeasurement Measurement(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), JsonSerializer.Deserialize<double[]>(row.GetString(5)) ?? [],
        (int)row.GetInt64(6), row.GetString(7), TimeText.Parse(row.GetString(8)));
}
