using Microsoft.Extensions.Time.Testing;

namespace NarFormer.Server.Tests;

public sealed class SharedStoreTests
{
    [Fact]
    public async Task What_one_service_takes_in_another_on_the_same_store_finds_similar()
    {
        var folder = Directory.CreateTempSubdirectory("narformer-server-");
        string location = Path.Combine(folder.FullName, "store.db");
        try
        {
            var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
            await using var first = await RunningServer.StartAsync(store: location, clock: clock);
            await using var second = await RunningServer.StartAsync(store: location, clock: clock);
            string known = await second.AddAsync(seed: 1);
            (await second.GetAsync($"/v1/networks/{known}/similar")).AsArray().ShouldBeEmpty();

            string other = await first.AddAsync(seed: 2);
            clock.Advance(TimeSpan.FromSeconds(10));
            (await second.GetAsync($"/v1/networks/{known}/similar")).AsArray().ShouldHaveSingleItem()!["hash"]!.GetValue<string>().ShouldBe(other);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
