using NarFormer.Export.Readouts;

namespace NarFormer.Export.Rows;

/// <summary>Small batches at once, large ones in pieces: the graph holds both ways, with the same weights, and runs one.</summary>
internal static class RowChoice
{
    private const long MostNodesAtOnce = 1_000;

    /// <summary>Writes what <paramref name="write"/> makes by either plan.</summary>
    public static ReadoutValues Write(GraphWriter graph, PackedInputs packed, Func<GraphWriter, RowPlan, ReadoutValues> write)
    {
        GraphWriter whole = graph.Body("whole"), pieces = graph.Body("pieces");
        var values = write(whole, RowPlan.Whole(whole, packed));
        values.Declare(whole);
        write(pieces, RowPlan.Pieces(pieces, packed)).Declare(pieces);
        string many = graph.Node("Greater", [packed.NodeCount, graph.List(MostNodesAtOnce)]);
        return values.Named(graph.Nodes("If", [many], whole.Graph.Output.Count, GraphWriter.Body("then_branch", pieces), GraphWriter.Body("else_branch", whole)));
    }
}
