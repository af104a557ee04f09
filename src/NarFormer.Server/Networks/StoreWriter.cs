using NarFormer.Server.Batching;
using NarFormer.Server.Telemetry;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Writes to the store what many requests found out, in common transactions: one commit to disk serves them all.</summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int EntriesOfATransaction = 64;

    private readonly WorkQueue<StoreEntry, bool> _queue;
    private readonly NetworkVectors _vectors;

    public StoreWriter(INetworkStore store, NetworkVectors vectors, ServerLimits limits)
    {
        _vectors = vectors;
        _queue = new WorkQueue<StoreEntry, bool>(
            async entries =>
            {
                using var activity = ServerTelemetry.Activities.StartActivity("store");
                return await store.ImportAsync(entries, CancellationToken.None).ConfigureAwait(false);
            },
            _ => 1,
            new WorkQueueOptions(Workers: 1, EntriesOfATransaction, limits.WaitingRequests));
    }

    /// <summary>Writes <paramref name="entry"/>; it is on disk when the call returns.</summary>
    /// <returns>Whether the network is new.</returns>
    /// <exception cref="ServerBusyException">Too much waits already.</exception>
    public async Task<bool> WriteAsync(StoreEntry entry, CancellationToken cancellation)
    {
        bool isNew = (await _queue.RunAsync([entry], cancellation).ConfigureAwait(false))[0];
        await _vectors.AddAsync(entry).ConfigureAwait(false);
        return isNew;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _queue.DisposeAsync();
}
