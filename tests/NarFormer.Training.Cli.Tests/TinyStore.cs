using NarFormer.Store;
using NarFormer.Zoo;

namespace NarFormer.Training.Cli.Tests;

/// <summary>A store of small networks with made-up latencies, and a recipe for a tiny network.</summary>
internal sealed class TinyStore : IDisposable
{
    public const string Platform = "ort-cpu 1.0, test, 1 thread";

    private const string Family = "alexnet";

    public TinyStore()
    {
        File.WriteAllText(Recipe, """
            {
              "dataset": "not-used",
              "encoding": "universal",
              "network": { "hidden": 16, "layers": 1, "stem": "linear", "edges": "both", "residualAttention": true, "readout": "sumOfNodeCosts" },
              "loss": "log-huber", "kernelWeight": 1, "epochs": 3, "batchSize": 4, "learningRate": 0.003
            }
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("tiny-store").FullName;

    public string Location => Path.Combine(Folder, "store.db");

    public string Recipe => Path.Combine(Folder, "recipe.json");

    public string Run => Path.Combine(Folder, "run");

    /// <summary>Adds networks with latencies of <paramref name="factor"/> ms for each 100 million MACs.</summary>
    public async Task AddAsync(int first, int last, double factor = 1, string platform = Platform)
    {
        await using var store = await NetworkStore.OpenAsync(Location, TimeProvider.System);
        var capture = new NetworkCapture(TimeProvider.System);
        for (int seed = first; seed <= last; seed++)
        {
            var network = capture.Model(ZooCatalog.Find(Family).Generate((ulong)seed), $"{Family}-{seed}", Family);
            double label = factor * network.Network.Macs / 1e8;
            await store.ImportAsync(network.With(new StoredMeasurement(network.Network.Hash, platform, label, label, label, [], 1, "{}", DateTimeOffset.UnixEpoch.AddSeconds(seed))));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
