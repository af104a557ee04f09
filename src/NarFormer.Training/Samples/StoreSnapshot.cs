using NarFormer.Datasets;
using NarFormer.Measurement;
using NarFormer.Store;

namespace NarFormer.Training.Samples;

/// <summary>
/// What a store holds of one platform at one time, as a file of the lines of <c>narformer store export</c>: a store goes on
/// changing, a training has to be repeatable.
/// </summary>
/// <param name="Networks">Networks with a measurement.</param>
/// <param name="Training">Those of the training split.</param>
public sealed record StoreSnapshot(int Networks, int Training)
{
    /// <summary>The name of the file in the folder of a training.</summary>
    public const string FileName = "networks.jsonl";

    /// <summary>Writes what was measured on <paramref name="platform"/> to <paramref name="path"/>, ordered by hash.</summary>
    /// <param name="store">The store.</param>
    /// <param name="platform">The full name of the platform.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the work; no file is left.</param>
    public static async Task<StoreSnapshot> WriteAsync(INetworkStore store, string platform, string path, CancellationToken cancellation)
    {
        string temporary = path + ".tmp";
        var measured = new SortedDictionary<string, List<StoredMeasurement>>(StringComparer.Ordinal);
        await foreach (var measurement in store.AllMeasurementsAsync(platform, cancellation).ConfigureAwait(false))
        {
            if (measured.TryGetValue(measurement.Hash, out var known)) known.Add(measurement);
            else measured[measurement.Hash] = [measurement];
        }

        try
        {
            var writer = new StreamWriter(temporary) { NewLine = "\n" };
            await using (writer.ConfigureAwait(false))
            {
                foreach (var (hash, measurements) in measured) await writer.WriteLineAsync(await LineAsync(store, hash, measurements, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return new StoreSnapshot(measured.Count, measured.Keys.Count(hash => HashSplit.Of(hash) == DataSplit.Train));
    }

    /// <summary>The full name of the one platform of <paramref name="store"/> that begins with <paramref name="asked"/>.</summary>
    /// <exception cref="InvalidDataException">There is none, or more than one; the message lists those there are.</exception>
    public static async Task<string> PlatformAsync(INetworkStore store, string asked, CancellationToken cancellation)
    {
        string[] all = [.. (await store.StatisticsAsync(cancellation).ConfigureAwait(false)).Platforms.Select(p => p.Platform)];
        string[] meant = [.. all.Where(p => PlatformName.IsMeant(asked, p))];
        return meant switch
        {
            [var one] => one,
            [] => throw new InvalidDataException($"the store has no measurements on '{asked}'{(all.Length == 0 ? "" : $", but on {string.Join("; ", all)}")}"),
            _ => throw new InvalidDataException($"'{asked}' is more than one platform of the store: {string.Join("; ", meant)}"),
        };
    }

    private static async Task<string> LineAsync(INetworkStore store, string hash, List<StoredMeasurement> measurements, CancellationToken cancellation)
    {
        var network = await store.FindAsync(hash, cancellation).ConfigureAwait(false) ?? throw new InvalidDataException($"network {hash} is not in the store");
        byte[] model = await store.ModelAsync(hash, cancellation).ConfigureAwait(false) ?? throw new InvalidDataException($"network {hash} has no model in the store");
        return StoreLine.Of(new StoreEntry(network, model) { Measurements = measurements });
    }
}
