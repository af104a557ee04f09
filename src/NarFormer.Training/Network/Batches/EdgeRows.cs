namespace NarFormer.Training.Network.Batches;

/// <summary>The edges of a batch as compressed rows: who each node attends to, and by whom each node is attended to.</summary>
internal sealed class EdgeRows
{
    private readonly int[] _rows;
    private readonly int[] _columns;
    private readonly int[] _incoming;

    /// <summary>Takes the pairs (node, neighbour), distinct and in ascending order.</summary>
    public EdgeRows(int nodeCount, IReadOnlyList<(int Node, int Neighbour)> pairs)
    {
        Nodes = [.. pairs.Select(p => p.Node)];
        Neighbours = [.. pairs.Select(p => p.Neighbour)];
        _rows = Starts(nodeCount, Nodes);
        _columns = Starts(nodeCount, Neighbours);
        _incoming = [.. Enumerable.Range(0, pairs.Count).OrderBy(e => Neighbours[e])];
    }

    /// <summary>The node that attends, <c>[edges]</c>.</summary>
    public int[] Nodes { get; }

    /// <summary>The node attended to, <c>[edges]</c>.</summary>
    public int[] Neighbours { get; }

    /// <summary>The numbers of the edges by which <paramref name="node"/> attends.</summary>
    public (int First, int End) EdgesOf(int node) => (_rows[node], _rows[node + 1]);

    /// <summary>The numbers of the edges by which <paramref name="node"/> is attended to.</summary>
    public ReadOnlySpan<int> EdgesInto(int node) => _incoming.AsSpan(_columns[node].._columns[node + 1]);

    private static int[] Starts(int nodeCount, int[] nodes)
    {
        var starts = new int[nodeCount + 1];
        foreach (int node in nodes) starts[node + 1]++;
        for (int i = 0; i < nodeCount; i++) starts[i + 1] += starts[i];
        return starts;
    }
}
