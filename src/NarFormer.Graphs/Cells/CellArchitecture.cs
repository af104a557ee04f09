namespace NarFormer.Graphs.Cells;

/// <summary>A cell: operations as nodes, directed edges between them, one input and one output.</summary>
public sealed class CellArchitecture
{
    /// <summary>Creates a cell whose nodes are put into a topological order: the input first, the output last, else as given where edges allow.</summary>
    /// <param name="space">The name of the space that it belongs to.</param>
    /// <param name="operations">The operation of each node.</param>
    /// <param name="edges">Edges as values flow.</param>
    /// <param name="id">What its data set calls it.</param>
    /// <exception cref="ArgumentException">
    /// There is not exactly one <c>input</c> and one <c>output</c>, a node has no operation, an edge is outside the cell, doubled or leads from a node to itself,
    /// or the edges have a cycle; the message names it.
    /// </exception>
    public CellArchitecture(string space, IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges, string id = "")
    {
        Space = space;
        Id = id;
        RequireOne(operations, CellSpace.Input);
        RequireOne(operations, CellSpace.Output);
        for (int i = 0; i < operations.Count; i++)
        {
            if (string.IsNullOrEmpty(operations[i])) throw new ArgumentException($"node {i} has no operation", nameof(operations));
        }

        foreach (var edge in edges) Check(edge, operations);
        if (edges.GroupBy(e => e).FirstOrDefault(g => g.Count() > 1) is { } doubled)
            throw new ArgumentException($"edge {doubled.Key.Source} → {doubled.Key.Target} stands there twice", nameof(edges));
        int[] order = CellOrder.Of(operations, edges);
        int[] place = new int[order.Length];
        for (int i = 0; i < order.Length; i++) place[order[i]] = i;
        Operations = [.. order.Select(n => operations[n])];
        Edges = [.. edges.Select(e => (place[e.Source], place[e.Target])).Order()];
    }

    /// <summary>The name of the space.</summary>
    public string Space { get; }

    /// <summary>What its data set calls it; empty if nothing.</summary>
    public string Id { get; }

    /// <summary>The operation of each node, in topological order.</summary>
    public IReadOnlyList<string> Operations { get; }

    /// <summary>Edges as values flow, each from a lower to a higher node, ascending.</summary>
    public IReadOnlyList<(int Source, int Target)> Edges { get; }

    /// <summary>The cell without the nodes of <paramref name="absent"/> operations and without what then lies on no way from input to output, but for these two.</summary>
    public CellArchitecture Without(params IReadOnlyCollection<string> absent)
    {
        bool[] there = [.. Operations.Select(o => !absent.Contains(o))];
        var edges = Edges.Where(e => there[e.Source] && there[e.Target]).ToArray();
        bool[] ahead = new bool[there.Length], back = new bool[there.Length];
        ahead[0] = back[^1] = true;
        foreach (var (source, target) in edges) ahead[target] |= ahead[source];
        foreach (var (source, target) in edges.OrderByDescending(e => e.Source)) back[source] |= back[target];
        int[] kept = [.. Enumerable.Range(0, there.Length).Where(n => (ahead[n] && back[n]) || n == 0 || n == there.Length - 1)];
        int[] place = new int[there.Length];
        Array.Fill(place, -1);
        for (int i = 0; i < kept.Length; i++) place[kept[i]] = i;
        return new CellArchitecture(
            Space,
            [.. kept.Select(n => Operations[n])],
            [.. edges.Select(e => (Source: place[e.Source], Target: place[e.Target])).Where(e => e is { Source: >= 0, Target: >= 0 })],
            Id);
    }

    private static void RequireOne(IReadOnlyList<string> operations, string operation)
    {
        int count = operations.Count(o => o == operation);
        if (count != 1) throw new ArgumentException($"a cell has one node '{operation}', this one has {count}", nameof(operations));
    }

    private static void Check((int Source, int Target) edge, IReadOnlyList<string> operations)
    {
        string name = $"edge {edge.Source} → {edge.Target}";
        if ((uint)edge.Source >= (uint)operations.Count || (uint)edge.Target >= (uint)operations.Count)
            throw new ArgumentException($"{name} is outside the cell's {operations.Count} nodes", nameof(edge));
        if (edge.Source == edge.Target) throw new ArgumentException($"{name} leads from a node to itself", nameof(edge));
        if (operations[edge.Target] == CellSpace.Input) throw new ArgumentException($"{name} leads into the input", nameof(edge));
        if (operations[edge.Source] == CellSpace.Output) throw new ArgumentException($"{name} leads out of the output", nameof(edge));
    }
}
