using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>Imports networks, each as a whole; what is done stays done if the work is stopped.</summary>
internal sealed class StoreImport(INetworkStore store, VerbContext context, bool json)
{
    private const int LinesBetween = 100;

    /// <summary>Networks of which something was new.</summary>
    public int Imported { get; private set; }

    /// <summary>Networks that were known with all that was measured.</summary>
    public int Known { get; private set; }

    /// <summary>Networks that could not be read.</summary>
    public int Failed { get; private set; }

    /// <summary>Imports what <paramref name="path"/> holds: the folder of a data set, or a file of JSON Lines.</summary>
    public async Task RunAsync(string path, CancellationToken cancellation)
    {
        var items = Directory.Exists(path) ? await DatasetItems.OfAsync(path, store, context.Clock, cancellation)
            : File.Exists(path) ? LineItems.Of(path, context.Clock)
            : throw new FileNotFoundException($"{path}: no such file or folder");
        var entries = Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering)
            .AsParallel().AsOrdered().WithCancellation(cancellation).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(item => (item.Name, Outcome: Attempt(item)));
        foreach (var (name, outcome) in entries)
        {
            if (outcome.Entry is { } entry) await ImportAsync(entry, cancellation);
            else Fail(name, outcome.Error);
        }
    }

    private async Task ImportAsync(StoreEntry entry, CancellationToken cancellation)
    {
        bool isNew = await store.ImportAsync(entry, cancellation);
        if (isNew) Imported++;
        else Known++;
        if (json) context.Output.WriteLine(new JsonObject { ["hash"] = entry.Network.Hash, ["name"] = entry.Network.Name, ["new"] = isNew }.ToJsonString());
        else if ((Imported + Known) % LinesBetween == 0) context.Error.WriteLine($"{Imported + Known} networks");
    }

    private void Fail(string name, string error)
    {
        Failed++;
        context.Fail(error);
        if (json) context.Output.WriteLine(new JsonObject { ["name"] = name, ["error"] = error }.ToJsonString());
    }

    private static (StoreEntry? Entry, string Error) Attempt(ImportItem item)
    {
        try
        {
            return (item.Make(), "");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            return (null, e.Message);
        }
    }
}
