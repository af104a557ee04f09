namespace NarFormer.Graphs.Cells;

/// <summary>Puts the nodes of a cell in order.</summary>
internal static class CellOrder
{
    /// <summary>Which node stands at each place: the input, the others as early as edges and their given order allow, the output.</summary>
    /// <exception cref="ArgumentException">The edges have a cycle; the message names its nodes.</exception>
    public static int[] Of(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges)
    {
        int[] open = new int[operations.Count];
        foreach (var (_, target) in edges) open[target]++;
        var left = Enumerable.Range(0, operations.Count).OrderBy(n => operations[n] == CellSpace.Input ? -1 : operations[n] == CellSpace.Output ? operations.Count : n).ToList();
        var order = new List<int>(operations.Count);
        while (left.Count > 0)
        {
            int next = left.FindIndex(n => open[n] == 0);
            if (next < 0) throw new ArgumentException($"the edges have a cycle: {Cycle(operations, edges, left)}", nameof(edges));
            int node = left[next];
            left.RemoveAt(next);
            order.Add(node);
            foreach (var (source, target) in edges)
            {
                if (source == node) open[target]--;
            }
        }

        // An output that nothing leads to may have come early.
        int output = order.FindIndex(n => operations[n] == CellSpace.Output);
        int last = order[output];
        order.RemoveAt(output);
        order.Add(last);
        return [.. order];
    }

    /// <summary>A way round, found by walking against the edges: each of the nodes that are <paramref name="left"/> has one before it.</summary>
    private static string Cycle(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges, List<int> left)
    {
        List<int> way = [left[0]];
        while (true)
        {
            int before = edges.First(e => e.Target == way[^1] && left.Contains(e.Source)).Source;
            int met = way.IndexOf(before);
            way.Add(before);
            if (met >= 0) return string.Join(" → ", way.Skip(met).Reverse().Select(n => $"{n} ({operations[n]})"));
        }
    }
}
