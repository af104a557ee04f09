namespace NarFormer.Graphs.Cells;

/// <summary>
/// Cells of NAS-Bench-101: at most seven nodes and nine edges, three operations between input and output, every node on a way
/// from one to the other. Cells that are read may have more nodes and edges as long as these lie on no such way:
/// <see cref="CellArchitecture.Without"/> removes them.
/// </summary>
public static partial class NasBench101
{
    private const int MostNodes = 7;
    private const int MostEdges = 9;

    /// <summary>The operations of inner nodes, in the order in which the official hash numbers them.</summary>
    public static IReadOnlyList<string> Operations { get; } = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];

    /// <summary>The cell of an upper triangle, row by row, <c>0</c> or <c>1</c> for each pair of nodes.</summary>
    /// <exception cref="FormatException">The triangle does not fit the operations, or has other digits.</exception>
    /// <exception cref="ArgumentException">It is no cell of the space; the message names the limit or the operation.</exception>
    public static CellArchitecture OfTriangle(string bits, IReadOnlyList<string> operations, string id = "")
    {
        int nodes = operations.Count;
        if (bits.Length != nodes * (nodes - 1) / 2 || bits.AsSpan().ContainsAnyExcept('0', '1'))
            throw new FormatException($"'{bits}' is not the upper triangle of a matrix of {nodes} nodes, 0 or 1 for each of {nodes * (nodes - 1) / 2} pairs");
        var edges = new List<(int, int)>();
        for (int source = 0, bit = 0; source < nodes; source++)
        {
            for (int target = source + 1; target < nodes; target++, bit++)
            {
                if (bits[bit] == '1') edges.Add((source, target));
            }
        }

        return Checked(new CellArchitecture(CellSpace.NasBench101.Name, operations, edges, id));
    }

    /// <summary>The cell of a whole matrix, row by row: a <c>1</c> in row i, column j is an edge from node i to node j.</summary>
    /// <exception cref="FormatException">The matrix does not fit the operations, or has other digits.</exception>
    /// <exception cref="ArgumentException">It is no cell of the space; the message names the limit, the operation or the edge.</exception>
    public static CellArchitecture OfMatrix(string bits, IReadOnlyList<string> operations, string id = "")
    {
        int nodes = operations.Count;
        if (bits.Length != nodes * nodes || bits.AsSpan().ContainsAnyExcept('0', '1'))
            throw new FormatException($"'{bits}' is not a matrix of {nodes} × {nodes} nodes, 0 or 1 for each pair");
        var edges = Enumerable.Range(0, bits.Length).Where(i => bits[i] == '1').Select(i => (i / nodes, i % nodes));
        return Checked(new CellArchitecture(CellSpace.NasBench101.Name, operations, [.. edges], id));
    }

    private static CellArchitecture Checked(CellArchitecture cell)
    {
        CellSpace.NasBench101.Require(cell);
        var pruned = cell.Without();
        if (pruned.Operations.Count > MostNodes) throw new ArgumentException($"{pruned.Operations.Count} nodes lie between input and output, both counted; NAS-Bench-101 has {MostNodes} at most", nameof(cell));
        if (pruned.Edges.Count > MostEdges) throw new ArgumentException($"{pruned.Edges.Count} edges lie between input and output; NAS-Bench-101 has {MostEdges} at most", nameof(cell));
        return cell;
    }
}
