namespace NarFormer.Encoding.Cells;

/// <summary>The ways through a cell: from nodes without predecessors to nodes without successors.</summary>
internal sealed class CellPaths
{
    private readonly List<int>[] _predecessors;
    private readonly int[] _order;

    /// <exception cref="ArgumentException">The edges have a cycle.</exception>
    public CellPaths(int nodes, IReadOnlyList<(int Source, int Target)> edges)
    {
        _predecessors = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        OutDegree = new int[nodes];
        foreach (var (source, target) in edges)
        {
            _predecessors[target].Add(source);
            OutDegree[source]++;
        }

        InDegree = [.. _predecessors.Select(p => p.Count)];
        _order = Order(edges);
        LongestFromInput = new int[nodes];
        LongestToOutput = new int[nodes];
        FromInput = new double[nodes];
        ToOutput = new double[nodes];
        foreach (int node in _order)
        {
            FromInput[node] = InDegree[node] == 0 ? 1 : _predecessors[node].Sum(p => FromInput[p]);
            LongestFromInput[node] = InDegree[node] == 0 ? 0 : _predecessors[node].Max(p => LongestFromInput[p]) + 1;
        }

        foreach (int node in _order.Reverse())
        {
            if (OutDegree[node] == 0) ToOutput[node] = 1;
            foreach (int predecessor in _predecessors[node])
            {
                ToOutput[predecessor] += ToOutput[node];
                LongestToOutput[predecessor] = Math.Max(LongestToOutput[predecessor], LongestToOutput[node] + 1);
            }
        }

        Count = Enumerable.Range(0, nodes).Where(n => OutDegree[n] == 0).Sum(n => FromInput[n]);
    }

    public int[] InDegree { get; }

    public int[] OutDegree { get; }

    public int[] LongestFromInput { get; }

    public int[] LongestToOutput { get; }

    /// <summary>Ways that lead to each node.</summary>
    public double[] FromInput { get; }

    /// <summary>Ways that lead on from each node.</summary>
    public double[] ToOutput { get; }

    /// <summary>All ways.</summary>
    public double Count { get; }

    /// <summary>The highest sum of <paramref name="weight"/> over the nodes of one way.</summary>
    public int Most(Func<int, int> weight) => Extreme(weight, Enumerable.Max);

    /// <summary>The lowest sum of <paramref name="weight"/> over the nodes of one way.</summary>
    public int Fewest(Func<int, int> weight) => Extreme(weight, Enumerable.Min);

    /// <summary>The mean over all ways of the sum of <paramref name="weight"/> over the nodes of a way.</summary>
    public double Mean(Func<int, int> weight) => _order.Sum(n => weight(n) * FromInput[n] * ToOutput[n]) / Count;

    /// <summary>Ways on which every node is <paramref name="open"/>.</summary>
    public double Through(Func<int, bool> open)
    {
        double[] ways = new double[_order.Length];
        foreach (int node in _order)
            ways[node] = !open(node) ? 0 : InDegree[node] == 0 ? 1 : _predecessors[node].Sum(p => ways[p]);
        return _order.Where(n => OutDegree[n] == 0).Sum(n => ways[n]);
    }

    private int Extreme(Func<int, int> weight, Func<IEnumerable<int>, int> choose)
    {
        int[] sums = new int[_order.Length];
        foreach (int node in _order)
            sums[node] = weight(node) + (InDegree[node] == 0 ? 0 : choose(_predecessors[node].Select(p => sums[p])));
        return choose(_order.Where(n => OutDegree[n] == 0).Select(n => sums[n]));
    }

    private int[] Order(IReadOnlyList<(int Source, int Target)> edges)
    {
        var successors = edges.ToLookup(e => e.Source, e => e.Target);
        int[] open = [.. InDegree];
        var ready = new Queue<int>(Enumerable.Range(0, open.Length).Where(n => open[n] == 0));
        var order = new List<int>(open.Length);
        while (ready.TryDequeue(out int node))
        {
            order.Add(node);
            foreach (int target in successors[node])
            {
                if (--open[target] == 0) ready.Enqueue(target);
            }
        }

        return order.Count == open.Length ? [.. order] : throw new ArgumentException("the cell has a cycle", nameof(edges));
    }
}
