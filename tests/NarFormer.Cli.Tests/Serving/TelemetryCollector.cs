using System.Net;
using System.Net.Sockets;

namespace NarFormer.Cli.Tests.Serving;

/// <summary>Takes what is sent by OTLP over HTTP, and remembers the path and the bytes of each message.</summary>
internal sealed class TelemetryCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<(string Path, byte[] Body)> _messages = [];
    private readonly Task _loop;

    public TelemetryCollector()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _loop = TakeAsync();
    }

    public string Address { get; }

    /// <summary>The bodies sent to <paramref name="path"/> so far.</summary>
    public IReadOnlyList<byte[]> Sent(string path)
    {
        lock (_messages) return [.. _messages.Where(m => m.Path == path).Select(m => m.Body)];
    }

    public void Dispose()
    {
        _listener.Close();
        _loop.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                lock (_messages) _messages.Add((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or HttpListenerException)
        {
            // Closed.
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
