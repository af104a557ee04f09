using Microsoft.Data.Sqlite;

namespace NarFormer.Store.Tests.Sql;

public sealed class SqliteStoreTests : NetworkStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Location => _folder.File("below/store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_of_another_kind_is_refused_by_name()
    {
        string path = _folder.File("text.db");
        await File.WriteAllTextAsync(path, new string('x', 5000), Cancellation);
        var error = await Should.ThrowAsync<InvalidDataException>(() => NetworkStore.OpenAsync(path, TimeProvider.System, Cancellation));
        error.Message.ShouldStartWith(path);
    }

    [Fact]
    public async Task Tables_of_a_newer_version_are_left_alone()
    {
        await (await OpenAsync()).DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={Location};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO schema_versions VALUES (99, '')";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var error = await Should.ThrowAsync<InvalidDataException>(OpenAsync);
        error.Message.ShouldContain("version 99");
    }

    protected override Task<string> LocationAsync() => Task.FromResult(Location);
}
