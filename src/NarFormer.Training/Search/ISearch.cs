namespace NarFormer.Training.Search;

/// <summary>A way to look for the best cell.</summary>
public interface ISearch
{
    /// <summary>What stands in tables and plots.</summary>
    string Name { get; }

    /// <summary>Asks for cells until <paramref name="trace"/> is full.</summary>
    void Run(CandidateTable table, SearchTrace trace, Random random, CancellationToken cancellation);
}
