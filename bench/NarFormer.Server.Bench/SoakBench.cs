using System.Net;

namespace NarFormer.Server.Bench;

/// <summary>Whether the service keeps its memory under a load of good and bad files.</summary>
internal static class SoakBench
{
    private const int ClientCount = 16;
    private static readonly TimeSpan TimeOfALine = TimeSpan.FromSeconds(10);

    /// <summary>Shows the memory of the service every 10 s.</summary>
    /// <returns>Whether the service still runs at the end.</returns>
    public static async Task<bool> RunAsync(string command, TimeSpan time, TextWriter output)
    {
        var networks = new DistinctNetworks();
        byte[] known = networks.Next();
        await using var service = await ServiceProcess.StartAsync(command);
        await output.WriteLineAsync($"of 20 requests 13 bring a new network, 3 a known one, 2 a file that is cut short, 1 no network, 1 asks for the list; {networks.Name}");
        for (var passed = TimeSpan.Zero; passed < time && service.IsRunning; passed += TimeOfALine)
        {
            var result = await new Clients(service.Address, ClientCount).RunAsync((client, number) => AskAsync(client, number, networks, known), TimeOfALine);
            await output.WriteLineAsync($"{(passed + TimeOfALine).TotalSeconds,5:F0} s  {service.Megabytes,5} MB  {result.Milliseconds.Length,6} answers: {string.Join(", ", result.Answers.OrderBy(a => a.Key).Select(a => $"{a.Value} × {(int)a.Key}"))}");
        }

        return service.IsRunning;
    }

    private static Task<HttpStatusCode> AskAsync(HttpClient client, int number, DistinctNetworks networks, byte[] known) => (number % 20) switch
    {
        < 13 => Clients.UploadAsync(client, networks.Next()),
        < 16 => Clients.UploadAsync(client, known),
        < 18 => Clients.UploadAsync(client, known[..(known.Length / (2 + (number % 7)))]),
        18 => Clients.UploadAsync(client, new byte[10_000]),
        _ => ListAsync(client),
    };

    private static async Task<HttpStatusCode> ListAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/v1/networks?count=20", UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode;
    }
}
