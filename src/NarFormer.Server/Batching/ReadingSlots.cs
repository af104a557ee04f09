using System.Threading.RateLimiting;

namespace NarFormer.Server.Batching;

/// <summary>Lets as many requests compute at once as there are readers; the others wait in line.</summary>
internal sealed class ReadingSlots(ServerLimits limits) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.Readers,
        QueueLimit = limits.WaitingRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Requests that wait in line.</summary>
    public long Waiting => _limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>
    /// Does <paramref name="work"/> when it is its turn. A caller that gives up is let go at once; the work is told, and the slot is
    /// free again when it has ended.
    /// </summary>
    /// <exception cref="ServerBusyException">Too many wait already.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        var lease = await _limiter.AcquireAsync(1, cancellation).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            throw new ServerBusyException();
        }

        var running = Task.Run(
            () =>
            {
                using (lease) return work(cancellation);
            },
            CancellationToken.None);
        return await running.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
