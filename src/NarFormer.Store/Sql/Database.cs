using System.Data.Common;

namespace NarFormer.Store.Sql;

/// <summary>A database server or file, and how its SQL differs from that of others.</summary>
/// <param name="name">What people may read about where it is: no password.</param>
/// <param name="source">Makes connections.</param>
internal abstract class Database(string name, DbDataSource source) : IAsyncDisposable
{
    /// <summary>Where it is, without a password.</summary>
    public string Name => name;

    /// <summary>The type of a column of bytes.</summary>
    public abstract string Bytes { get; }

    /// <summary>The database at <paramref name="location"/>.</summary>
    /// <exception cref="InvalidDataException">The location makes no sense.</exception>
    public static Database At(string location) => PostgresAddress.TryParse(location, out var address) ? new PostgresDatabase(address) : new SqliteDatabase(location);

    /// <summary>What people may read of <paramref name="location"/>.</summary>
    public static string NameOf(string location) => PostgresAddress.TryParse(location, out var address) ? address.Name : location;

    /// <summary>Makes the database ready for its first use by this process.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Keeps other processes from changing the tables until the transaction ends.</summary>
    public abstract Task LockTablesAsync(Session session, CancellationToken cancellation);

    /// <summary>Begins to read: every statement stands for itself.</summary>
    public async Task<Session> ReadAsync(CancellationToken cancellation) =>
        new(await source.OpenConnectionAsync(cancellation).ConfigureAwait(false), transaction: null);

    /// <summary>Begins to write: nothing stays that is not committed.</summary>
    public async Task<Session> WriteAsync(CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            return new Session(connection, await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => source.DisposeAsync();
}
