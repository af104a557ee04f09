using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NarFormer.Store.Sql;

/// <summary>What a row of each table stands for, and in which order its columns are asked for.</summary>
internal static class Rows
{
    public const string Network = "hash, name, family, nodes, macs, parameters, weight_bytes, added_at";

    public const string Measurement = "hash, platform, label_ms, low_ms, median_ms, quantiles_ms, runs, environment, at";

    public const string Prediction = "hash, platform, predictor, value, low, high, coverage, familiar, at";

    public static StoredNetwork NetworkOf(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), (int)row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6),
        TimeText.Parse(row.GetString(7)));

    public static StoredMeasurement MeasurementOf(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), JsonSerializer.Deserialize<double[]>(row.GetString(5)) ?? [],
        (int)row.GetInt64(6), row.GetString(7), TimeText.Parse(row.GetString(8)));

    public static StoredPrediction PredictionOf(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetDouble(3), Number(row, 4), Number(row, 5), Number(row, 6),
        row.IsDBNull(7) ? null : row.GetBoolean(7), TimeText.Parse(row.GetString(8)));

    public static StoredVector VectorOf(DbDataReader row) => new(row.GetString(0), MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(1)).ToArray());

    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
