namespace NarFormer.Server.Batching;

/// <summary>How much a queue does together.</summary>
/// <param name="Workers">Batches that are worked on at once.</param>
/// <param name="BatchSize">A batch takes more work until it has this size.</param>
/// <param name="WaitingSize">The most that may wait.</param>
internal sealed record WorkQueueOptions(int Workers, int BatchSize, int WaitingSize);
