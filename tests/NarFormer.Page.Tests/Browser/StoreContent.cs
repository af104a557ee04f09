using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NarFormer.Store;
using NarFormer.Zoo;

namespace NarFormer.Page.Tests.Browser;

/// <summary>What the store of the tests holds.</summary>
internal static class StoreContent
{
    private static readonly string[] Names = ["resnet-1003.onnx", "efficientnet-1001.onnx", "vit-1003.onnx"];

    /// <summary>Adds the samples, and a measurement of the first that is 10 % above its prediction; gives their hashes.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FillAsync(Service service)
    {
        using var client = new HttpClient { BaseAddress = new Uri(service.Address) };
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in Names)
        {
            using var content = new ByteArrayContent(NetworkFile.Sample(name).Buffer);
            using var response = await client.PostAsync($"/v1/networks?name={name}", content);
            response.EnsureSuccessStatusCode();
            var network = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
            hashes[name] = network["hash"]!.GetValue<string>();
            if (name == Names[0]) await MeasureAsync(service.Store, network);
        }

        return hashes;
    }

    /// <summary>Adds networks of every family of the zoo, with their family, and has them predicted.</summary>
    public static async Task FillWithFamiliesAsync(Service service, int networksOfAFamily)
    {
        using var client = new HttpClient { BaseAddress = new Uri(service.Address) };
        var capture = new NetworkCapture(TimeProvider.System);
        foreach (var family in ZooCatalog.Families)
        {
            for (ulong seed = 1; seed <= (ulong)networksOfAFamily; seed++)
            {
                var captured = capture.Stream(new MemoryStream(NetworkFile.OfZoo(family.Name, seed).Buffer), $"{family.Name}-{seed}.onnx", family.Name);
                await service.Store.AddNetworkAsync(captured.Network, captured.Model);
                (await client.GetAsync($"/v1/networks/{captured.Network.Hash}")).Dispose();
            }
        }
    }

    private static Task<bool> MeasureAsync(INetworkStore store, JsonNode network)
    {
        var answer = network["answers"]![0]!;
        double measured = 1.1 * answer["value"]!.GetValue<double>();
        return store.AddMeasurementAsync(new StoredMeasurement(
            network["hash"]!.GetValue<string>(),
            answer["platform"]!.GetValue<string>(),
            measured,
            measured,
            measured,
            [.. Enumerable.Repeat(measured, StoredMeasurement.QuantilesOfARound)],
            Runs: 10,
            "{}",
            TimeProvider.System.GetUtcNow()));
    }
}
