using System.Runtime.InteropServices;

namespace NarFormer.Store.Sql.Tables;

/// <summary>The vectors that predictors give networks.</summary>
internal static class VectorTable
{
    public static readonly Query<StoredVector> OfPredictor = new(
        "SELECT hash, elements FROM vectors WHERE predictor = @predictor ORDER BY hash",
        row => new StoredVector(row.GetString(0), MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(1)).ToArray()));

    /// <summary>Writes a vector in place of an earlier one.</summary>
    public static Task<int> WriteAsync(Session session, string hash, string predictor, ReadOnlyMemory<float> vector, CancellationToken cancellation) =>
        session.ExecuteAsync(
            "INSERT INTO vectors (predictor, hash, elements) VALUES (@predictor, @hash, @elements) ON CONFLICT (predictor, hash) DO UPDATE SET elements = excluded.elements",
            cancellation,
            ("@predictor", predictor), ("@hash", hash), ("@elements", MemoryMarshal.AsBytes(vector.Span).ToArray()));
}
