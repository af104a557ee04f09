namespace NarFormer.Encoding.Cells;

/// <summary>
/// Our encoding of a cell (<c>cell-1</c>). A node has its operation (one-hot over a vocabulary, with a place for unknown ones) and
/// where it lies: degrees, distances and paths to both ends. The cell as a whole has its size and, for each operation, how many
/// there are, and the most and the fewest on one way from input to output. Nothing depends on the order of nodes.
/// </summary>
/// <param name="vocabulary">The operations that have a place of their own.</param>
public sealed class CellEncoding(IReadOnlyList<string> vocabulary) : ICellEncoding
{
    internal const string FullName = "cell-1";

    private const int PlacesOfANode = 6;
    private const int SizesOfACell = 6;
    private const int CountsOfAnOperation = 3;
    private const float UnitOfCounts = 4;

    private readonly Dictionary<string, int> _places = vocabulary.Select((o, i) => (o, i)).ToDictionary(p => p.o, p => p.i, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => FullName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations => vocabulary;

    /// <inheritdoc/>
    public int NodeFeatureCount => vocabulary.Count + 1 + PlacesOfANode;

    /// <inheritdoc/>
    public int StaticFeatureCount => SizesOfACell + (CountsOfAnOperation * vocabulary.Count);

    /// <inheritdoc/>
    public bool SeesOrder => false;

    /// <inheritdoc/>
    public EncodedNetwork Encode(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges)
    {
        var paths = new CellPaths(operations.Count, edges);
        float[] features = new float[operations.Count * NodeFeatureCount];
        for (int n = 0; n < operations.Count; n++) WriteNode(operations[n], n, paths, features.AsSpan(n * NodeFeatureCount, NodeFeatureCount));
        return new EncodedNetwork(
            operations.Count, features, [.. edges.Select(e => e.Source)], [.. edges.Select(e => e.Target)], Statics(operations, edges.Count, paths))
        {
            NodeNames = operations,
        };
    }

    private void WriteNode(string operation, int node, CellPaths paths, Span<float> row)
    {
        row[_places.GetValueOrDefault(operation, vocabulary.Count)] = 1;
        var places = row[(vocabulary.Count + 1)..];
        places[0] = paths.InDegree[node] / UnitOfCounts;
        places[1] = paths.OutDegree[node] / UnitOfCounts;
        places[2] = paths.LongestFromInput[node] / UnitOfCounts;
        places[3] = paths.LongestToOutput[node] / UnitOfCounts;
        places[4] = Log(paths.FromInput[node]);
        places[5] = Log(paths.ToOutput[node]);
    }

    private float[] Statics(IReadOnlyList<string> nodes, int edges, CellPaths paths)
    {
        float[] row = new float[StaticFeatureCount];
        row[0] = nodes.Count / UnitOfCounts;
        row[1] = edges / UnitOfCounts;
        row[2] = Log(paths.Count);
        row[3] = paths.Most(_ => 1) / UnitOfCounts;
        row[4] = paths.Fewest(_ => 1) / UnitOfCounts;
        row[5] = nodes.Count(o => !_places.ContainsKey(o)) / UnitOfCounts;
        for (int o = 0; o < vocabulary.Count; o++)
        {
            int At(int node) => nodes[node] == vocabulary[o] ? 1 : 0;
            var counts = row.AsSpan(SizesOfACell + (CountsOfAnOperation * o));
            counts[0] = nodes.Count(n => n == vocabulary[o]) / UnitOfCounts;
            counts[1] = paths.Most(At) / UnitOfCounts;
            counts[2] = paths.Fewest(At) / UnitOfCounts;
        }

        return row;
    }

    private static float Log(double count) => (float)(Math.Log2(1 + count) / UnitOfCounts);
}
