namespace NarFormer.Training.Search;

/// <summary>Asks for cells at random.</summary>
public sealed class RandomSearch : ISearch
{
    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public void Run(CandidateTable table, SearchTrace trace, Random random, CancellationToken cancellation)
    {
        while (!trace.IsFull)
        {
            cancellation.ThrowIfCancellationRequested();
            trace.Ask(random.Next(table.Count));
        }
    }
}
