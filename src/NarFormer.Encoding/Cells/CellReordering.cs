namespace NarFormer.Encoding.Cells;

/// <summary>
/// The same cell with its nodes in another topological order (paper section 3.5, information flow augmentation). The first
/// and the last node, input and output, stay.
/// </summary>
public static class CellReordering
{
    /// <summary>
    /// The published twin: the first order, counted as permutations are, in which every edge leads forward and either the
    /// operations or the edges differ from the cell's own. <see langword="null"/> if there is none.
    /// </summary>
    /// <returns>Which node of the cell stands at each place.</returns>
    public static int[]? First(IReadOnlyList<int> operations, IReadOnlyList<(int Source, int Target)> edges)
    {
        int nodes = operations.Count;
        int[] order = new int[nodes];
        if (nodes > 0) order[^1] = nodes - 1;
        bool[] used = new bool[nodes];
        var original = edges.ToHashSet();
        return Place(1) ? order : null;

        bool Place(int place)
        {
            if (place >= nodes - 1) return Differs();
            for (int node = 1; node < nodes - 1; node++)
            {
                if (used[node] || edges.Any(e => e.Target == node && e.Source > 0 && !used[e.Source])) continue;
                used[node] = true;
                order[place] = node;
                if (Place(place + 1)) return true;
                used[node] = false;
            }

            return false;
        }

        bool Differs()
        {
            if (Enumerable.Range(0, nodes).Any(i => operations[order[i]] != operations[i])) return true;
            return Edges(order, edges).Any(e => !original.Contains(e));
        }
    }

    /// <summary>A topological order drawn at random.</summary>
    /// <returns>Which node of the cell stands at each place.</returns>
    public static int[] Draw(int nodes, IReadOnlyList<(int Source, int Target)> edges, Random random)
    {
        var left = Enumerable.Range(1, Math.Max(0, nodes - 2)).ToList();
        var order = new List<int>(nodes) { 0 };
        while (left.Count > 0)
        {
            int[] ready = [.. left.Where(node => !edges.Any(e => e.Target == node && left.Contains(e.Source)))];
            if (ready.Length == 0) throw new ArgumentException("the cell has a cycle", nameof(edges));
            int chosen = ready[random.Next(ready.Length)];
            order.Add(chosen);
            left.Remove(chosen);
        }

        if (nodes > 1) order.Add(nodes - 1);
        return [.. order];
    }

    /// <summary>The edges of the reordered cell.</summary>
    public static IReadOnlyList<(int Source, int Target)> Edges(IReadOnlyList<int> order, IReadOnlyList<(int Source, int Target)> edges)
    {
        int[] place = new int[order.Count];
        for (int i = 0; i < place.Length; i++) place[order[i]] = i;
        return [.. edges.Select(e => (place[e.Source], place[e.Target]))];
    }
}
