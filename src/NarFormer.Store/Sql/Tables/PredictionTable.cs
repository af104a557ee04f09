using System.Data.Common;

namespace NarFormer.Store.Sql.Tables;

/// <summary>What was predicted.</summary>
internal static class PredictionTable
{
    private const string Columns = "hash, platform, predictor, value, low, high, coverage, familiar, at";

    public static readonly Query<StoredPrediction> OfNetwork = new($"SELECT {Columns} FROM predictions WHERE hash = @hash ORDER BY at DESC, platform, predictor", Prediction);

    public static readonly Query<StoredPrediction> OfPredictor = new($"SELECT {Columns} FROM predictions WHERE predictor = @predictor ORDER BY at, hash, platform", Prediction);

    /// <summary>Writes a prediction in place of the same predictor's earlier one.</summary>
    public static Task<int> WriteAsync(Session session, StoredPrediction prediction, CancellationToken cancellation) =>
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

    private static StoredPrediction Prediction(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetDouble(3), Number(row, 4), Number(row, 5), Number(row, 6),
        row.IsDBNull(7) ? null : row.GetBoolean(7), TimeText.Parse(row.GetString(8)));

    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
