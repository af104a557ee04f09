using NarFormer.Graphs.Cells;

namespace NarFormer.Encoding.Cells;

/// <summary>
/// A cell without the nodes that pass on what comes in: their predecessors lead to their successors. An edge stands there as
/// often as its value is added, so that cells of one function look alike.
/// </summary>
internal sealed class ContractedCell
{
    private ContractedCell(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges)
    {
        Operations = operations;
        Edges = edges;
    }

    public IReadOnlyList<string> Operations { get; }

    /// <summary>Edges as values flow, ascending.</summary>
    public IReadOnlyList<(int Source, int Target)> Edges { get; }

    public static ContractedCell Of(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges)
    {
        var left = edges.ToList();
        for (int node = 0; node < operations.Count; node++)
        {
            if (operations[node] != CellSpace.Skip) continue;
            int[] before = [.. left.Where(e => e.Target == node).Select(e => e.Source)];
            int[] after = [.. left.Where(e => e.Source == node).Select(e => e.Target)];
            left.RemoveAll(e => e.Source == node || e.Target == node);
            left.AddRange(before.SelectMany(source => after.Select(target => (source, target))));
        }

        int[] kept = [.. Enumerable.Range(0, operations.Count).Where(n => operations[n] != CellSpace.Skip)];
        int[] place = new int[operations.Count];
        for (int i = 0; i < kept.Length; i++) place[kept[i]] = i;
        return new ContractedCell([.. kept.Select(n => operations[n])], [.. left.Select(e => (place[e.Source], place[e.Target])).Order()]);
    }
}
