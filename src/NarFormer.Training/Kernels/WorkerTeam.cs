using System.Diagnostics;

namespace NarFormer.Training.Kernels;

/// <summary>
/// Threads that wait for the next piece of work awake for a while before they sleep: the pieces of a training step follow
/// each other within microseconds, and waking a thread takes longer than many of them.
/// </summary>
/// <param name="workers">Threads beside the one that calls.</param>
/// <param name="awake">How long a thread without work stays awake.</param>
internal sealed class WorkerTeam(int workers, TimeSpan awake) : IDisposable
{
    private const int SpinsBetweenLooks = 8;

    private readonly Lock _callers = new();
    private readonly object _sleepers = new();
    private Thread[]? _threads;
    private volatile SharedWork? _work;
    private int _asleep;
    private volatile bool _stopping;

    /// <summary>
    /// Runs parts 0 to <paramref name="parts"/> − 1 on the calling thread and at most <paramref name="helpers"/> others. A
    /// call from within a part, or while another one is running, does all of its work itself.
    /// </summary>
    public void Run(int parts, int helpers, Action<int> part)
    {
        if (helpers > 0 && !_callers.IsHeldByCurrentThread && _callers.TryEnter())
        {
            try
            {
                Share(new SharedWork(parts, Math.Min(helpers, workers), part));
            }
            finally
            {
                _callers.Exit();
            }

            return;
        }

        for (int i = 0; i < parts; i++) part(i);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping = true;
        lock (_sleepers) Monitor.PulseAll(_sleepers);
        foreach (var thread in _threads ?? []) thread.Join();
    }

    private void Share(SharedWork work)
    {
        _threads ??= [.. Enumerable.Range(0, workers).Select(Start)];
        _work = work;
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _asleep) > 0)
        {
            lock (_sleepers) Monitor.PulseAll(_sleepers);
        }

        work.Do();
        work.Wait();
    }

    private Thread Start(int number)
    {
        var thread = new Thread(Work) { IsBackground = true, Name = $"worker {number}" };
        thread.Start();
        return thread;
    }

    private void Work()
    {
        SharedWork? done = null;
        while (NextAfter(done) is { } next)
        {
            next.Help();
            done = next;
        }
    }

    private SharedWork? NextAfter(SharedWork? done)
    {
        long start = Stopwatch.GetTimestamp();
        while (!_stopping)
        {
            var work = _work;
            if (work != done) return work;
            if (Stopwatch.GetElapsedTime(start) < awake) Thread.SpinWait(SpinsBetweenLooks);
            else Sleep(done);
        }

        return null;
    }

    private void Sleep(SharedWork? done)
    {
        lock (_sleepers)
        {
            Interlocked.Increment(ref _asleep);
            while (_work == done && !_stopping) Monitor.Wait(_sleepers);
            Interlocked.Decrement(ref _asleep);
        }
    }
}
