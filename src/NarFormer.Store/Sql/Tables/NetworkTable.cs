using System.Data.Common;

namespace NarFormer.Store.Sql.Tables;

/// <summary>The networks, and their models in a table of their own.</summary>
internal static class NetworkTable
{
    private const string Columns = "hash, name, family, nodes, macs, parameters, weight_bytes, added_at";

    public static readonly Query<StoredNetwork> ByHash = new($"SELECT {Columns} FROM networks WHERE hash = @hash", Network);

    public static readonly Query<byte[]> Models = new("SELECT brotli FROM models WHERE hash = @hash", row => CompressedModel.Expand(row.GetFieldValue<byte[]>(0)));

    public static readonly Query<StoredNetwork> WithoutVector = new(
        $"SELECT {Columns} FROM networks WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.predictor = @predictor AND vectors.hash = networks.hash) ORDER BY added_at, hash",
        Network);

    public static readonly Query<FamilyStatistics> Families = new(
        "SELECT COALESCE(family, ''), COUNT(*) FROM networks GROUP BY COALESCE(family, '') ORDER BY 1", row => new FamilyStatistics(row.GetString(0), row.GetInt64(1)));

    /// <summary>The networks that <paramref name="filter"/> lets through, after <paramref name="condition"/>.</summary>
    public static Query<StoredNetwork> Filtered(NetworkFilter? filter, string condition)
    {
        string order = filter?.NewestFirst is true ? "added_at DESC, hash" : "added_at, hash";
        string page = filter?.Count is { } count ? $" LIMIT {count} OFFSET {filter.Offset}" : filter?.Offset > 0 ? $" LIMIT {long.MaxValue} OFFSET {filter.Offset}" : "";
        return new($"SELECT {Columns} FROM networks{condition} ORDER BY {order}{page}", Network);
    }

    /// <summary>Adds a network that is not there yet.</summary>
    /// <returns>Whether it is new.</returns>
    public static async Task<bool> InsertAsync(Session session, StoredNetwork network, ReadOnlyMemory<byte> model, CancellationToken cancellation)
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

    /// <exception cref="KeyNotFoundException">The network is not there.</exception>
    public static async Task RequireAsync(Session session, string hash, CancellationToken cancellation)
    {
        if (await session.CountAsync("networks WHERE hash = @hash", cancellation, ("@hash", hash)).ConfigureAwait(false) == 0)
            throw new KeyNotFoundException($"network {hash} is not in the store");
    }

    private static StoredNetwork Network(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), (int)row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6),
        TimeText.Parse(row.GetString(7)));
}
