namespace NarFormer.Encoding.Cells;

/// <summary>
/// Our second encoding of a cell (<c>cell-2</c>): what the cell computes. Skip connections are no nodes but edges, see
/// <see cref="ContractedCell"/>, so that cells of one function are encoded alike. A node has its operation and where it lies, as in
/// <see cref="CellEncoding"/>. The cell as a whole has its size, for each operation and for all convolutions how many there are
/// and the most, the fewest and the mean on one way from input to output, and for each pair of operations how many edges join
/// them. Nothing depends on the order of nodes.
/// </summary>
/// <param name="vocabulary">The operations that have a place of their own.</param>
public sealed class FunctionalCellEncoding(IReadOnlyList<string> vocabulary) : ICellEncoding
{
    internal const string FullName = "cell-2";

    private const int PlacesOfANode = 6;
    private const float UnitOfCounts = 2;

    private readonly Dictionary<string, int> _places = vocabulary.Select((o, i) => (o, i)).ToDictionary(p => p.o, p => p.i, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => FullName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations => vocabulary;

    /// <inheritdoc/>
    public int NodeFeatureCount => Kinds + PlacesOfANode;

    /// <inheritdoc/>
    public int StaticFeatureCount => SizesOfACell + (CountsOfAnOperation * (Kinds + 1)) + (Kinds * Kinds);

    /// <inheritdoc/>
    public bool SeesOrder => false;

    private const int SizesOfACell = 7;
    private const int CountsOfAnOperation = 4;

    /// <summary>Operations and the one for all that are not known.</summary>
    private int Kinds => vocabulary.Count + 1;

    /// <inheritdoc/>
    public EncodedNetwork Encode(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges)
    {
        var cell = ContractedCell.Of(operations, edges);
        var paths = new CellPaths(cell.Operations.Count, cell.Edges);
        int[] kinds = [.. cell.Operations.Select(o => _places.GetValueOrDefault(o, vocabulary.Count))];
        float[] features = new float[kinds.Length * NodeFeatureCount];
        for (int n = 0; n < kinds.Length; n++) WriteNode(kinds[n], n, paths, features.AsSpan(n * NodeFeatureCount, NodeFeatureCount));
        var distinct = cell.Edges.Distinct().ToArray();
        return new EncodedNetwork(kinds.Length, features, [.. distinct.Select(e => e.Source)], [.. distinct.Select(e => e.Target)], Statics(cell, kinds, paths))
        {
            NodeNames = cell.Operations,
        };
    }

    private void WriteNode(int kind, int node, CellPaths paths, Span<float> row)
    {
        row[kind] = 1;
        var places = row[Kinds..];
        places[0] = paths.InDegree[node] / UnitOfCounts;
        places[1] = paths.OutDegree[node] / UnitOfCounts;
        places[2] = paths.LongestFromInput[node] / UnitOfCounts;
        places[3] = paths.LongestToOutput[node] / UnitOfCounts;
        places[4] = Log(paths.FromInput[node]);
        places[5] = Log(paths.ToOutput[node]);
    }

    private float[] Statics(ContractedCell cell, int[] kinds, CellPaths paths)
    {
        float[] row = new float[StaticFeatureCount];
        bool[] convolves = [.. cell.Operations.Select(o => o.Contains("conv", StringComparison.OrdinalIgnoreCase))];
        row[0] = kinds.Length / UnitOfCounts;
        row[1] = cell.Edges.Count / UnitOfCounts;
        row[2] = Log(paths.Count);
        row[3] = paths.Most(_ => 1) / UnitOfCounts;
        row[4] = paths.Fewest(_ => 1) / UnitOfCounts;
        row[5] = (float)paths.Mean(_ => 1) / UnitOfCounts;
        row[6] = Log(paths.Through(n => !convolves[n]));
        for (int kind = 0; kind < Kinds; kind++) WriteCounts(node => kinds[node] == kind, kinds.Length, paths, row.AsSpan(SizesOfACell + (kind * CountsOfAnOperation)));
        WriteCounts(node => convolves[node], kinds.Length, paths, row.AsSpan(SizesOfACell + (Kinds * CountsOfAnOperation)));
        var pairs = row.AsSpan(SizesOfACell + ((Kinds + 1) * CountsOfAnOperation));
        foreach (var (source, target) in cell.Edges) pairs[(kinds[source] * Kinds) + kinds[target]] += 1 / UnitOfCounts;
        return row;
    }

    private static void WriteCounts(Func<int, bool> counts, int nodes, CellPaths paths, Span<float> row)
    {
        int Weight(int node) => counts(node) ? 1 : 0;
        row[0] = Enumerable.Range(0, nodes).Sum(Weight) / UnitOfCounts;
        row[1] = paths.Most(Weight) / UnitOfCounts;
        row[2] = paths.Fewest(Weight) / UnitOfCounts;
        row[3] = (float)paths.Mean(Weight) / UnitOfCounts;
    }

    private static float Log(double count) => (float)(Math.Log2(1 + count) / UnitOfCounts);
}
