namespace NarFormer.Encoding.Cells;

/// <summary>
/// The published encoding of a cell: for each node the <see cref="NerfCode"/> of its operation's number and that of its place in
/// the order. There are no features of the cell as a whole.
/// </summary>
public sealed class PublishedCellEncoding : ICellEncoding
{
    internal const string FullName = "cell-paper-1";

    private readonly Dictionary<string, int> _numbers;

    /// <summary>Numbers <paramref name="operations"/> in their order.</summary>
    public PublishedCellEncoding(IReadOnlyList<string> operations)
    {
        Operations = operations;
        _numbers = operations.Select((o, i) => (o, i)).ToDictionary(p => p.o, p => p.i, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string Name => FullName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations { get; }

    /// <inheritdoc/>
    public int NodeFeatureCount => 2 * NerfCode.Width;

    /// <inheritdoc/>
    public int StaticFeatureCount => 0;

    /// <inheritdoc/>
    public bool SeesOrder => true;

    /// <inheritdoc/>
    public EncodedNetwork Encode(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges)
    {
        float[] features = new float[operations.Count * NodeFeatureCount];
        for (int node = 0; node < operations.Count; node++)
        {
            if (!_numbers.TryGetValue(operations[node], out int number))
                throw new ArgumentException($"node {node}: {Name} has no number for '{operations[node]}'; it knows {string.Join(", ", Operations)}", nameof(operations));
            var row = features.AsSpan(node * NodeFeatureCount, NodeFeatureCount);
            NerfCode.Write(number, row);
            NerfCode.Write(node, row[NerfCode.Width..]);
        }

        return new EncodedNetwork(operations.Count, features, [.. edges.Select(e => e.Source)], [.. edges.Select(e => e.Target)], []);
    }
}
