using System.Text.Json;
using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Latency;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>The networks of a latency data set with label, rounds and environment.</summary>
internal static class DatasetItems
{
    /// <summary>What the folder <paramref name="path"/> holds and <paramref name="store"/> does not.</summary>
    /// <exception cref="InvalidDataException">The folder is not a data set; the message names the file.</exception>
    public static async Task<IReadOnlyList<ImportItem>> OfAsync(string path, INetworkStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var dataset = LatencyDataset.Load(path);
        var rounds = dataset.Rounds.Where(r => r.Task.Kind == CampaignTaskKind.Network).ToLookup(r => (r.Task.Family, r.Task.Seed));
        string environment = JsonSerializer.Serialize(dataset.Environment, JsonSerializerOptions.Web);
        var capture = new NetworkCapture(clock);

        // A machine measures one network at a time: time and label tell which are there, without making the networks.
        var known = new HashSet<(DateTimeOffset, double)>();
        await foreach (var measurement in store.AllMeasurementsAsync(dataset.Environment.PlatformName, cancellation)) known.Add((measurement.At, measurement.LabelMs));
        return
        [
            .. dataset.Rows.Select(row => (Row: row, Rounds: rounds[(row.Family, row.Seed)].ToArray()))
                .Where(m => m.Rounds.Length == 0 || !known.Contains((m.Rounds[0].At, m.Row.LabelMs)))
                .Select(m => new ImportItem(m.Row.Name, () => Entry(m.Row, m.Rounds))),
        ];

        StoreEntry Entry(LatencyRow row, CampaignRecord[] measured)
        {
            if (measured.Length == 0) throw new InvalidDataException($"{path}: there are no rounds of {row.Name}");
            var network = capture.Model(dataset.Generate(row), row.Name, row.Family);
            return network.With(new StoredMeasurement(
                network.Network.Hash, dataset.Environment.PlatformName, row.LabelMs, row.LowMs, row.MedianMs,
                [.. measured.SelectMany(r => r.QuantilesMs)], measured.Sum(r => r.Runs), environment, measured[0].At));
        }
    }
}
