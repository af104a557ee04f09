namespace NarFormer.Store.Tests.Postgres;

public sealed class PostgresStoreTests(PostgresServer server) : NetworkStoreContract, IClassFixture<PostgresServer>
{
    private string? _location;

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_without_its_password()
    {
        var error = await Should.ThrowAsync<InvalidDataException>(() => NetworkStore.OpenAsync("postgres://me:secret@127.0.0.1:1/networks", TimeProvider.System, Cancellation));
        error.Message.ShouldStartWith("postgres://127.0.0.1:1/networks: ");
        error.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://host")]
    [InlineData("postgres://host:port/database")]
    public async Task An_address_that_makes_no_sense_is_refused(string location)
    {
        var error = await Should.ThrowAsync<InvalidDataException>(() => NetworkStore.OpenAsync(location, TimeProvider.System, Cancellation));
        error.Message.ShouldContain("postgres://user:password@host:port/database");
    }

    protected override async Task<string> LocationAsync() => _location ??= await server.NewDatabaseAsync(Cancellation);
}
