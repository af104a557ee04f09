using Microsoft.Data.Sqlite;

namespace NarFormer.Store.Sql;

/// <summary>A SQLite file. Readers do not wait for writers (write-ahead log), and a commit is on disk when it returns.</summary>
internal sealed class SqliteDatabase : Database
{
    private readonly string _connection;
    private readonly string _path;

    public SqliteDatabase(string path)
        : this(path, new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
    {
    }

    private SqliteDatabase(string path, string connection)
        : base(path, SqliteFactory.Instance.CreateDataSource(connection))
    {
        _path = path;
        _connection = connection;
    }

    public override string Bytes => "BLOB";

    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(_path)) is { } folder) Directory.CreateDirectory(folder);
        var session = await ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.ExecuteAsync("PRAGMA journal_mode = WAL", cancellation).ConfigureAwait(false);
        }
    }

    // A transaction that may write locks the file from its beginning.
    public override Task LockTablesAsync(Session session, CancellationToken cancellation) => Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }
}
