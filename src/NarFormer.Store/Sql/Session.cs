using System.Data.Common;
using System.Runtime.CompilerServices;

namespace NarFormer.Store.Sql;

/// <summary>A connection while it is used; what a transaction did not commit is undone at the end.</summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>The rows that it changed.</returns>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var command = Command(sql, values);
        await using (command.ConfigureAwait(false)) return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a query and gives its rows as they arrive.</summary>
    public async IAsyncEnumerable<T> RowsAsync<T>(Query<T> query, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var command = Command(query.Sql, values);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) yield return query.Row(reader);
            }
        }
    }

    /// <summary>Runs a query and gives its first row, or <see langword="default"/> if it has none.</summary>
    public async Task<T?> FirstAsync<T>(Query<T> query, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await foreach (var first in RowsAsync(query, cancellation, values).ConfigureAwait(false)) return first;
        return default;
    }

    /// <summary>How many rows <paramref name="rows"/>, a table and maybe a condition, has.</summary>
    public Task<long> CountAsync(string rows, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        FirstAsync(new Query<long>($"SELECT COUNT(*) FROM {rows}", row => row.GetInt64(0)), cancellation, values);

    /// <summary>Makes the transaction's changes stay.</summary>
    public Task CommitAsync(CancellationToken cancellation) =>
        transaction?.CommitAsync(cancellation) ?? throw new InvalidOperationException("a session that reads has nothing to commit");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is string text ? Writable(text) : value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // PostgreSQL refuses it.
    private static string Writable(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
