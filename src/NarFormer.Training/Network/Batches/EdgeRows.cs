namespace NarFormer.Training.Network.Batches;

/// <summary>The edges of a batch as compressed rows: who each node attends to, and by whom each node is attended to.</summary>
internal sealed class EdgeRows
{
    private readonly int[] _rows;
    private readonly int[] _columns;
    private readonly int[] _incoming;

    /// <summary>Takes the pairs (node, neighbour), in any order; one that comes twice counts once.</summary>
    public EdgeRows(int nodeCount, IEnumerable<(int Node, int Neighbour)> pairs)
    {
        long[] keys = [.. pairs.Select(p => ((long)p.Node * nodeCount) + p.Neighbour)];
        Array.Sort(keys);
        int count = Distinct(keys);
        Nodes = new int[count];
        Neighbours = new int[count];
        for (int e = 0; e < count; e++) (Nodes[e], Neighbours[e]) = ((int)(keys[e] / nodeCount), (int)(keys[e] % nodeCount));
        _rows = Starts(nodeCount, Nodes);
        _columns = Starts(nodeCount, Neighbours);
        _incoming = ByNeighbour();
    }

    /// <summary>The node that attends, <c>[edges]</c>.</summary>
    public int[] Nodes { get; }

    /// <summary>The node attended to, <c>[edges]</c>.</summary>
    public int[] Neighbours { get; }

    /// <summary>The numbers of the edges by which <paramref name="node"/> attends.</summary>
    public (int First, int End) EdgesOf(int node) => (_rows[node], _rows[node + 1]);

    /// <summary>The numbers of the edges by which <paramref name="node"/> is attended to.</summary>
    public ReadOnlySpan<int> EdgesInto(int node) => _incoming.AsSpan(_columns[node].._columns[node + 1]);

    /// <summary>Moves what is distinct in sorted <paramref name="keys"/> to the front, and counts it.</summary>
    private static int Distinct(long[] keys)
    {
        int count = 0;
        foreach (long key in keys)
        {
            if (count == 0 || keys[count - 1] != key) keys[count++] = key;
        }

        return count;
    }

    private int[] ByNeighbour()
    {
        int[] next = [.. _columns], edges = new int[Nodes.Length];
        for (int e = 0; e < edges.Length; e++) edges[next[Neighbours[e]]++] = e;
        return edges;
    }

    private static int[] Starts(int nodeCount, int[] nodes)
    {
        var starts = new int[nodeCount + 1];
        foreach (int node in nodes) starts[node + 1]++;
        for (int i = 0; i < nodeCount; i++) starts[i + 1] += starts[i];
        return starts;
    }
}
