using System.Data.Common;
using System.Runtime.InteropServices;

namespace NarFormer.Store.Sql.Tables;

/// <summary>The vectors that predictors give networks.</summary>
internal static class VectorTable
{
    private const string Chosen = "SELECT hash, elements FROM vectors WHERE predictor = @predictor";

    public static readonly Query<StoredVector> OfPredictor = new($"{Chosen} ORDER BY hash", Vector);

    public static readonly Query<StoredVector> AddedSince = new($"{Chosen} AND added_at >= @since ORDER BY hash", Vector);

    /// <summary>Writes a vector in place of an earlier one.</summary>
    public static Task<int> WriteAsync(
        Session session, string hash, string predictor, ReadOnlyMemory<float> vector, DateTimeOffset now, CancellationToken cancellation) => session.ExecuteAsync(
        """
        INSERT INTO vectors (predictor, hash, elements, added_at) VALUES (@predictor, @hash, @elements, @at)
        ON CONFLICT (predictor, hash) DO UPDATE SET elements = excluded.elements, added_at = excluded.added_at
        """,
        cancellation,
        ("@predictor", predictor), ("@hash", hash), ("@elements", MemoryMarshal.AsBytes(vector.Span).ToArray()), ("@at", TimeText.Of(now)));

    private static StoredVector Vector(DbDataReader row) => new(row.GetString(0), MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(1)).ToArray());
}
