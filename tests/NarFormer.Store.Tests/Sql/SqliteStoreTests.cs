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
        await ExecuteAsync("INSERT INTO schema_versions VALUES (99, '')");
        var error = await Should.ThrowAsync<InvalidDataException>(OpenAsync);
        error.Message.ShouldContain("version 99");
    }

    [Fact]
    public async Task Tables_of_the_first_version_are_brought_up_to_date_with_all_they_hold()
    {
        await using (var store = await OpenAsync())
        {
            await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
            await store.AddVectorAsync(Samples.Hash(1), "a", new float[] { 5 }, Cancellation);
        }

        await ExecuteAsync("DROP INDEX vectors_by_time; ALTER TABLE vectors DROP COLUMN added_at; DELETE FROM schema_versions WHERE version > 1");

        await using var again = await OpenAsync();
        (await again.VectorsAsync("a", cancellation: Cancellation).ToListAsync(Cancellation)).ShouldHaveSingleItem().Values.ShouldBe([5]);
        (await again.VectorsAsync("a", Samples.Noon, Cancellation).CountAsync(Cancellation)).ShouldBe(0);
    }

    protected override Task<string> LocationAsync() => Task.FromResult(Location);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Location};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
