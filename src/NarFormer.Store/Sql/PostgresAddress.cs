using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace NarFormer.Store.Sql;

/// <summary>Where a database of a PostgreSQL server is.</summary>
/// <param name="Name">The address without user and password.</param>
/// <param name="ConnectionString">The same for the driver.</param>
internal sealed record PostgresAddress(string Name, string ConnectionString)
{
    private const int StandardPort = 5432;

    /// <summary>Reads <c>postgres://user:password@host:port/database</c>; anything else is not such an address.</summary>
    /// <exception cref="InvalidDataException">The address begins like one but makes no sense.</exception>
    public static bool TryParse(string location, [NotNullWhen(true)] out PostgresAddress? address)
    {
        address = null;
        if (!location.StartsWith("postgres://", StringComparison.Ordinal) && !location.StartsWith("postgresql://", StringComparison.Ordinal)) return false;
        string database = Uri.TryCreate(location, UriKind.Absolute, out var uri) ? uri.AbsolutePath.Trim('/') : "";
        if (uri is null || uri.Host.Length == 0 || database.Length == 0)
            throw new InvalidDataException("the store's address is not postgres://user:password@host:port/database");
        int port = uri.Port > 0 ? uri.Port : StandardPort;
        string[] user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = port, Database = Uri.UnescapeDataString(database) };
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
        address = new PostgresAddress($"postgres://{uri.Host}:{port}/{database}", builder.ConnectionString);
        return true;
    }
}
