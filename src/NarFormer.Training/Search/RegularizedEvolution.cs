namespace NarFormer.Training.Search;

/// <summary>
/// Regularised evolution (Real et al. 2019): the best of a random sample of the population gives a child that differs in one
/// operation; the oldest leaves.
/// </summary>
/// <param name="population">Cells alive at once.</param>
/// <param name="sample">Cells that compete to be a parent.</param>
public sealed class RegularizedEvolution(int population = 20, int sample = 5) : ISearch
{
    private const int MostIdleTurns = 10_000;

    /// <inheritdoc/>
    public string Name => "evolution";

    /// <inheritdoc/>
    public void Run(CandidateTable table, SearchTrace trace, Random random, CancellationToken cancellation)
    {
        var alive = new Queue<int>();
        int idle = 0;
        while (!trace.IsFull && idle < MostIdleTurns)
        {
            cancellation.ThrowIfCancellationRequested();
            int before = trace.Asked.Count;
            int cell = alive.Count < population ? random.Next(table.Count) : Child(table, Parent(table, [.. alive], random), random);
            trace.Ask(cell);
            alive.Enqueue(cell);
            if (alive.Count > population) alive.Dequeue();
            idle = trace.Asked.Count == before ? idle + 1 : 0;
        }
    }

    private int Parent(CandidateTable table, int[] alive, Random random) =>
        Enumerable.Range(0, sample).Select(_ => alive[random.Next(alive.Length)]).MaxBy(table.Ask);

    private static int Child(CandidateTable table, int parent, Random random)
    {
        string[] operations = [.. table.Operations[parent]];
        int node = random.Next(1, operations.Length - 1);
        string[] others = [.. table.Encoding.Operations.Skip(1).SkipLast(1).Where(o => o != operations[node])];
        operations[node] = others[random.Next(others.Length)];
        return table.NumberOf(operations);
    }
}
