using NarFormer.Server.Batching;

namespace NarFormer.Server.Tests.Batching;

public sealed class ReadingSlotsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_nobody_waits_for_is_told_and_frees_its_slot()
    {
        using var slots = new ReadingSlots(new ServerLimits { Readers = 1 });
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var endless = slots.RunAsync<int>(
            stop =>
            {
                begun.SetResult();
                while (true) stop.ThrowIfCancellationRequested();
            },
            caller.Token);
        await begun.Task.WaitAsync(Cancellation);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => endless);
        (await slots.RunAsync(_ => 7, Cancellation)).ShouldBe(7);
    }
}
