using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace NarFormer.Server.Bench;

/// <summary>Clients that ask the service one thing after the other.</summary>
/// <param name="address">The service.</param>
/// <param name="count">How many ask at once.</param>
internal sealed class Clients(Uri address, int count)
{
    /// <summary>Lets the clients ask for as long as <paramref name="time"/>.</summary>
    /// <param name="ask">Asks once, by the number of the request, and says what came back.</param>
    /// <param name="time">How long.</param>
    public async Task<LoadResult> RunAsync(Func<HttpClient, int, Task<HttpStatusCode>> ask, TimeSpan time)
    {
        var milliseconds = new ConcurrentBag<double>();
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        int number = 0;
        long start = Stopwatch.GetTimestamp();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = count };
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(async () =>
        {
            using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                int own = Interlocked.Increment(ref number);
                long asked = Stopwatch.GetTimestamp();
                var status = await ask(client, own);
                milliseconds.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                answers.AddOrUpdate(status, 1, (_, n) => n + 1);
            }
        })));
        return new LoadResult(Stopwatch.GetElapsedTime(start), [.. milliseconds.Order()], answers);
    }

    /// <summary>Uploads a network and reads the answer.</summary>
    public static async Task<HttpStatusCode> UploadAsync(HttpClient client, byte[] network)
    {
        using var content = new ByteArrayContent(network);
        content.Headers.ContentType = new("application/octet-stream");
        using var response = await client.PostAsync(new Uri("/v1/networks?name=bench.onnx", UriKind.Relative), content);
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode;
    }
}
