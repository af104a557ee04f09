namespace NarFormer.Export.Rows;

/// <summary>How the rows of a batch, its nodes and its edges, are worked on.</summary>
internal sealed class RowPlan
{
    private RowPlan(GraphWriter graph, PackedInputs packed, IRowWork nodes, IRowWork edges)
    {
        Nodes = nodes;
        Edges = edges;
        EdgeSource = edges.PaddedIndices(graph, packed.EdgeSource);
        EdgeTarget = edges.PaddedIndices(graph, packed.EdgeTarget);
    }

    /// <summary>The nodes.</summary>
    public IRowWork Nodes { get; }

    /// <summary>The edges.</summary>
    public IRowWork Edges { get; }

    /// <summary><see cref="PackedInputs.EdgeSource"/> with spare edges from the first node to itself.</summary>
    public string EdgeSource { get; }

    /// <summary><see cref="PackedInputs.EdgeTarget"/> with spare edges from the first node to itself.</summary>
    public string EdgeTarget { get; }

    /// <summary>All at once.</summary>
    public static RowPlan Whole(GraphWriter graph, PackedInputs packed) =>
        new(graph, packed, new WholeRows(packed.NodeCount), new WholeRows(packed.EdgeCount));

    /// <summary>In pieces.</summary>
    public static RowPlan Pieces(GraphWriter graph, PackedInputs packed) =>
        new(graph, packed, new PiecesOfRows(graph, packed.NodeCount), new PiecesOfRows(graph, packed.EdgeCount));
}
