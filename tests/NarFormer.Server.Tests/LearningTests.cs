using Microsoft.Extensions.Time.Testing;
using NarFormer.Store;

namespace NarFormer.Server.Tests;

public sealed class LearningTests
{
    [Fact]
    public async Task Networks_that_came_into_the_store_by_another_way_are_learnt()
    {
        var folder = Directory.CreateTempSubdirectory("narformer-server-");
        string location = Path.Combine(folder.FullName, "store.db");
        try
        {
            await using (var store = await NetworkStore.OpenAsync(location, TimeProvider.System, RunningServer.Cancellation))
            {
                var captured = new NetworkCapture(TimeProvider.System).Stream(new MemoryStream(RunningServer.Network()), "before.onnx", "squeezenet");
                await store.AddNetworkAsync(captured.Network, captured.Model, RunningServer.Cancellation);
                await store.AddNetworkAsync(captured.Network with { Hash = "00", Name = "broken.onnx" }, new byte[] { 1, 2, 3 }, RunningServer.Cancellation);
            }

            await using var server = await RunningServer.StartAsync(store: location);
            while ((await server.GetAsync("/v1/map")).AsArray().Count == 0) await Task.Delay(20, RunningServer.Cancellation);
            var point = (await server.GetAsync("/v1/map"))[0]!;
            point["family"]!.GetValue<string>().ShouldBe("squeezenet");
            point["milliseconds"]!.GetValue<double>().ShouldBeGreaterThan(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Networks_that_come_by_another_way_while_it_runs_are_learnt()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await RunningServer.StartAsync(clock: clock);
        var captured = new NetworkCapture(clock).Stream(new MemoryStream(RunningServer.Network()), "later.onnx", "squeezenet");
        await server.Store.AddNetworkAsync(captured.Network, captured.Model, RunningServer.Cancellation);
        while ((await server.GetAsync("/v1/map")).AsArray().Count == 0)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(20, RunningServer.Cancellation);
        }
    }
}
