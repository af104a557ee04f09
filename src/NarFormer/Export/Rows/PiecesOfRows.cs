namespace NarFormer.Export.Rows;

/// <summary>
/// Pieces of one size, one after the other, each so small that what is made on the way stays in the processor's cache.
/// There are fewer spare rows than pieces.
/// </summary>
internal sealed class PiecesOfRows : IRowWork
{
    private const long MostRows = 256;

    private readonly string _rows;
    private readonly string _pieces;
    private readonly string _spare;

    /// <summary>Splits <paramref name="rows"/> rows, [1].</summary>
    public PiecesOfRows(GraphWriter graph, string rows)
    {
        _rows = rows;
        _pieces = graph.Add(graph.Divide(rows, graph.List(MostRows)), graph.List(1));
        _spare = graph.Node("Mod", [graph.Node("Neg", [rows]), _pieces]);
        Count = graph.Add(rows, _spare);
    }

    /// <inheritdoc/>
    public string Count { get; }

    /// <inheritdoc/>
    public string Padded(GraphWriter graph, string x) => graph.Node("Pad", [x, graph.Concat(graph.List(0, 0), _spare, graph.List(0))]);

    /// <inheritdoc/>
    public string PaddedIndices(GraphWriter graph, string indices) => graph.Node("Pad", [indices, graph.Concat(graph.List(0), _spare)]);

    /// <inheritdoc/>
    public string Trimmed(GraphWriter graph, string x) => graph.Node("Slice", [x, graph.List(0), _rows, graph.List(0)]);

    /// <inheritdoc/>
    public string[] Each(GraphWriter graph, RowInput[] inputs, int[] widths, Func<GraphWriter, string[], string[]> body)
    {
        var piece = graph.Body("piece");
        string[] names = [.. inputs.Select((input, i) => input.Width is { } width
            ? piece.Input($"{piece.Graph.Name}/input {i}", ElementKind.Single, "rows", $"{width}")
            : piece.Input($"{piece.Graph.Name}/input {i}", ElementKind.Int64, "rows"))];
        string[] made = body(piece, names);
        for (int i = 0; i < made.Length; i++) piece.Result(names.Contains(made[i]) ? Passed(piece, made[i]) : made[i], "rows", $"{widths[i]}");
        string[] outputs = graph.Nodes(
            "Scan", [.. inputs.Select(i => Split(graph, i))], made.Length, GraphWriter.Body("body", piece), GraphWriter.Integer("num_scan_inputs", inputs.Length));
        return [.. outputs.Select((output, i) => graph.Node("Reshape", [output, graph.List(-1, widths[i])]))];
    }

    // ONNX Runtime's Scan refuses a body whose output is its input.
    private static string Passed(GraphWriter piece, string input) => piece.Node("Identity", [input]);

    // [count, width] → [pieces, rows of a piece, width], [count] → [pieces, rows of a piece]
    private string Split(GraphWriter graph, RowInput input) =>
        graph.Node("Reshape", [input.Name, graph.Concat(_pieces, input.Width is { } width ? graph.List(-1, width) : graph.List(-1))]);
}
