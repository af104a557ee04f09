using Npgsql;

namespace NarFormer.Store.Sql;

/// <summary>A database of a PostgreSQL server.</summary>
internal sealed class PostgresDatabase(PostgresAddress address) : Database(address.Name, NpgsqlDataSource.Create(address.ConnectionString))
{
    // Any number that nobody else uses as a lock of this database.
    private const long LockNumber = 0x4E61_7246_6F72_6D65;

    public override string Bytes => "BYTEA";

    public override Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override Task LockTablesAsync(Session session, CancellationToken cancellation) =>
        session.ExecuteAsync("SELECT pg_advisory_xact_lock(@number)", cancellation, ("@number", LockNumber));
}
