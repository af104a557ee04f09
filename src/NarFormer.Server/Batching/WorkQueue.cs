using System.Threading.Channels;

namespace NarFormer.Server.Batching;

/// <summary>
/// Gathers what many requests want done and does it together: while one batch is worked on, the next one fills. Nothing
/// waits for company.
/// </summary>
/// <typeparam name="TItem">What is worked on.</typeparam>
/// <typeparam name="TResult">What becomes of it.</typeparam>
internal sealed class WorkQueue<TItem, TResult> : IAsyncDisposable
{
    private readonly Channel<WaitingWork<TItem, TResult>> _waiting = Channel.CreateUnbounded<WaitingWork<TItem, TResult>>();
    private readonly Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> _work;
    private readonly Func<TItem, int> _sizeOf;
    private readonly WorkQueueOptions _options;
    private readonly Task _workers;
    private long _waitingSize;

    /// <summary>Begins to work.</summary>
    /// <param name="work">Does what was gathered; as many results as items, in their order.</param>
    /// <param name="sizeOf">How large an item is.</param>
    /// <param name="options">How much is done together.</param>
    public WorkQueue(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> work, Func<TItem, int> sizeOf, WorkQueueOptions options)
    {
        _work = work;
        _sizeOf = sizeOf;
        _options = options;
        _workers = Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>The size of all that waits.</summary>
    public long WaitingSize => Interlocked.Read(ref _waitingSize);

    /// <summary>Does <paramref name="items"/> together with those of other requests.</summary>
    /// <exception cref="ServerBusyException">Too much waits already.</exception>
    /// <exception cref="OperationCanceledException">The request does not want it any more.</exception>
    public async Task<IReadOnlyList<TResult>> RunAsync(IReadOnlyList<TItem> items, CancellationToken cancellation)
    {
        long size = items.Sum(i => (long)_sizeOf(i));
        // What is larger than the whole queue may pass when nothing waits.
        if (Interlocked.Add(ref _waitingSize, size) is var waiting && waiting > _options.WaitingSize && waiting > size)
        {
            Interlocked.Add(ref _waitingSize, -size);
            throw new ServerBusyException();
        }

        var work = new WaitingWork<TItem, TResult>(items, size, cancellation);
        if (!_waiting.Writer.TryWrite(work))
        {
            Interlocked.Add(ref _waitingSize, -size);
            throw new ServerBusyException();
        }

        return await work.Result.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Finishes what waits and takes nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _workers.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = Gather();
            if (batch.Count > 0) await RunAsync(batch).ConfigureAwait(false);
        }
    }

    private List<WaitingWork<TItem, TResult>> Gather()
    {
        var batch = new List<WaitingWork<TItem, TResult>>();
        long size = 0;
        while (size < _options.BatchSize && _waiting.Reader.TryRead(out var work))
        {
            Interlocked.Add(ref _waitingSize, -work.Size);
            if (work.IsCancelled) continue;
            batch.Add(work);
            size += work.Size;
        }

        return batch;
    }

    private async Task RunAsync(List<WaitingWork<TItem, TResult>> batch)
    {
        try
        {
            var results = await _work([.. batch.SelectMany(w => w.Items)]).ConfigureAwait(false);
            int next = 0;
            foreach (var work in batch)
            {
                work.Finish([.. results.Skip(next).Take(work.Items.Count)]);
                next += work.Items.Count;
            }
        }
        catch (Exception) when (batch.Count > 1)
        {
            // One of them cannot be done: find out which.
            foreach (var work in batch) await RunAsync([work]).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            batch[0].Fail(e);
        }
    }
}
