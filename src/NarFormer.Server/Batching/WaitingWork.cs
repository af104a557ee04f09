namespace NarFormer.Server.Batching;

/// <summary>What one request wants done.</summary>
/// <param name="items">What it is about.</param>
/// <param name="size">How large that is.</param>
/// <param name="cancellation">Says that the request does not want it any more.</param>
internal sealed class WaitingWork<TItem, TResult>(IReadOnlyList<TItem> items, long size, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<IReadOnlyList<TResult>> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<TItem> Items => items;

    public long Size => size;

    public bool IsCancelled => cancellation.IsCancellationRequested;

    public Task<IReadOnlyList<TResult>> Result => _result.Task;

    public void Finish(IReadOnlyList<TResult> results) => _result.TrySetResult(results);

    public void Fail(Exception error) => _result.TrySetException(error);
}
