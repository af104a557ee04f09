using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NarFormer.Server.Batching;

namespace NarFormer.Server.Tests;

public sealed class LimitsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_too_large_is_refused(bool chunked)
    {
        await using var server = await RunningServer.StartAsync(new ServerLimits { UploadBytes = 2_000_000 });
        using var content = new ByteArrayContent(new byte[3_000_000]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/networks") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        using var response = await server.Client.SendAsync(request, RunningServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        await RunningServer.ProblemAsync(response);
    }

    [Fact]
    public async Task A_network_with_too_many_nodes_is_refused()
    {
        await using var server = await RunningServer.StartAsync(new ServerLimits { Onnx = new() { Nodes = 10 } });
        using var response = await server.PostAsync(RunningServer.Network());
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await RunningServer.ProblemAsync(response)).ShouldContain("10 nodes");
    }

    [Fact]
    public async Task When_too_many_wait_the_next_has_to_come_again()
    {
        await using var server = await RunningServer.StartAsync(new ServerLimits { Readers = 1, WaitingRequests = 1 });
        using var busy = new BusyReader(server);
        var waiting = server.PostAsync(RunningServer.Network());
        HttpResponseMessage refused;
        // One of two that come at once waits, the other is refused.
        var next = server.PostAsync(RunningServer.Network());
        refused = await await Task.WhenAny(waiting, next);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        await RunningServer.ProblemAsync(refused);
        busy.Release();
        foreach (var response in await Task.WhenAll(waiting, next)) response.Dispose();
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_ended()
    {
        await using var server = await RunningServer.StartAsync(new ServerLimits { Readers = 1, RequestTime = TimeSpan.FromMilliseconds(100) });
        using var busy = new BusyReader(server);
        using var response = await server.PostAsync(RunningServer.Network());
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await RunningServer.ProblemAsync(response);
    }

    [Fact]
    public async Task Requests_that_are_under_way_are_finished_before_the_service_stops()
    {
        await using var server = await RunningServer.StartAsync(new ServerLimits { Readers = 1 });
        using var busy = new BusyReader(server);
        var request = server.PostAsync(RunningServer.Network());
        await busy.SomebodyWaitsAsync();
        var stopping = server.Application.StopAsync(RunningServer.Cancellation);
        busy.Release();
        using var response = await request;
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        await stopping;
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_nothing_behind()
    {
        await using var server = await RunningServer.StartAsync(new ServerLimits { Readers = 1, WaitingRequests = 1 });
        using var busy = new BusyReader(server);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(RunningServer.Cancellation);
        using var content = new ByteArrayContent(RunningServer.Network());
        var request = server.Client.PostAsync("/v1/networks", content, patience.Token);
        await busy.SomebodyWaitsAsync();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(request);
        await busy.NobodyWaitsAsync();
        busy.Release();
        using var response = await server.PostAsync(RunningServer.Network());
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>Keeps the only reader of a server busy.</summary>
    private sealed class BusyReader : IDisposable
    {
        private readonly ManualResetEventSlim _release = new();
        private readonly ReadingSlots _slots;
        private readonly Task _work;

        public BusyReader(RunningServer server)
        {
            _slots = server.Application.Services.GetRequiredService<ReadingSlots>();
            _work = _slots.RunAsync(
                stop =>
                {
                    _release.Wait(stop);
                    return true;
                },
                CancellationToken.None);
        }

        public void Release() => _release.Set();

        public Task SomebodyWaitsAsync() => UntilAsync(() => _slots.Waiting > 0);

        public Task NobodyWaitsAsync() => UntilAsync(() => _slots.Waiting == 0);

        public void Dispose()
        {
            _release.Set();
            _work.GetAwaiter().GetResult();
            _release.Dispose();
        }

        private static async Task UntilAsync(Func<bool> condition)
        {
            while (!condition()) await Task.Delay(5, RunningServer.Cancellation);
        }
    }
}
