using System.Runtime.ExceptionServices;

namespace NarFormer.Training.Kernels;

/// <summary>Parts of one piece of work that several threads take one after the other.</summary>
/// <param name="parts">How many parts there are.</param>
/// <param name="helpers">How many threads may join the one that shares its work.</param>
/// <param name="part">Does the part of a number from 0 on.</param>
internal sealed class SharedWork(int parts, int helpers, Action<int> part)
{
    private int _seats = helpers;
    private int _taken;
    private int _finished;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Takes parts until none is left, if a helper is still wanted.</summary>
    public void Help()
    {
        if (Interlocked.Decrement(ref _seats) >= 0) Do();
    }

    /// <summary>Takes parts until none is left.</summary>
    public void Do()
    {
        int next;
        while ((next = Interlocked.Increment(ref _taken) - 1) < parts)
        {
            try
            {
                part(next);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            }
            finally
            {
                Interlocked.Increment(ref _finished);
            }
        }
    }

    /// <summary>Waits until every part is done, whoever took it, and throws what the first one that failed has thrown.</summary>
    public void Wait()
    {
        var spin = default(SpinWait);
        while (Volatile.Read(ref _finished) < parts) spin.SpinOnce(sleep1Threshold: -1);
        _failure?.Throw();
    }
}
