using NarFormer.Server.Batching;

namespace NarFormer.Server.Tests.Batching;

public sealed class WorkQueueTests
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int[]> _batches = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_while_it_works_is_done_together()
    {
        await using var queue = Queue(batch: 10, waiting: 100);
        var first = await OccupyAsync(queue);
        var others = Enumerable.Range(1, 4).Select(i => queue.RunAsync([i, i], Cancellation)).ToArray();
        _open.SetResult();
        (await first).ShouldBe([0]);
        for (int i = 0; i < others.Length; i++) (await others[i]).ShouldBe([10 * (i + 1), 10 * (i + 1)]);
        _batches.Select(b => b.Length).ShouldBe([1, 8]);
    }

    [Fact]
    public async Task A_batch_has_an_end()
    {
        await using var queue = Queue(batch: 3, waiting: 100);
        var first = await OccupyAsync(queue);
        var others = Enumerable.Range(1, 6).Select(i => queue.RunAsync([i], Cancellation)).ToArray();
        _open.SetResult();
        await first;
        await Task.WhenAll(others);
        _batches.Select(b => b.Length).ShouldBe([1, 3, 3]);
    }

    [Fact]
    public async Task When_too_much_waits_more_is_refused()
    {
        await using var queue = Queue(batch: 10, waiting: 2);
        var first = await OccupyAsync(queue);
        var waiting = queue.RunAsync([1, 2], Cancellation);
        queue.WaitingSize.ShouldBe(2);
        await Should.ThrowAsync<ServerBusyException>(() => queue.RunAsync([3], Cancellation));
        queue.WaitingSize.ShouldBe(2);
        _open.SetResult();
        await first;
        (await waiting).ShouldBe([10, 20]);
        (await queue.RunAsync([1, 2, 3], Cancellation)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_nobody_wants_any_more_is_not_done()
    {
        await using var queue = Queue(batch: 10, waiting: 100);
        var first = await OccupyAsync(queue);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var given = queue.RunAsync([1], patience.Token);
        var kept = queue.RunAsync([2], Cancellation);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        _open.SetResult();
        await first;
        (await kept).ShouldBe([20]);
        _batches[^1].ShouldBe([2]);
    }

    [Fact]
    public async Task One_that_fails_does_not_spoil_the_others()
    {
        await using var queue = Queue(batch: 10, waiting: 100);
        var first = await OccupyAsync(queue);
        var bad = queue.RunAsync([-1], Cancellation);
        var good = queue.RunAsync([2], Cancellation);
        _open.SetResult();
        await first;
        await Should.ThrowAsync<InvalidDataException>(bad);
        (await good).ShouldBe([20]);
    }

    [Fact]
    public async Task What_waits_is_finished_before_the_end()
    {
        var queue = Queue(batch: 1, waiting: 100);
        var first = await OccupyAsync(queue);
        var waiting = queue.RunAsync([1], Cancellation);
        var end = queue.DisposeAsync();
        _open.SetResult();
        await end;
        await first;
        (await waiting).ShouldBe([10]);
        await Should.ThrowAsync<ServerBusyException>(() => queue.RunAsync([2], Cancellation));
    }

    private WorkQueue<int, int> Queue(int batch, int waiting) => new(
        async items =>
        {
            _batches.Add([.. items]);
            _begun.TrySetResult();
            await _open.Task;
            return items.Any(i => i < 0) ? throw new InvalidDataException("negative") : [.. items.Select(i => 10 * i)];
        },
        _ => 1,
        new WorkQueueOptions(Workers: 1, batch, waiting));

    private async Task<Task<IReadOnlyList<int>>> OccupyAsync(WorkQueue<int, int> queue)
    {
        var first = queue.RunAsync([0], Cancellation);
        await _begun.Task.WaitAsync(Cancellation);
        return first;
    }
}
