namespace NarFormer.Export.Rows;

/// <summary>All rows at once, which is fastest while they fit the processor's cache.</summary>
/// <param name="count">The number of rows, [1].</param>
internal sealed class WholeRows(string count) : IRowWork
{
    /// <inheritdoc/>
    public string Count => count;

    /// <inheritdoc/>
    public string Padded(GraphWriter graph, string x) => x;

    /// <inheritdoc/>
    public string PaddedIndices(GraphWriter graph, string indices) => indices;

    /// <inheritdoc/>
    public string Trimmed(GraphWriter graph, string x) => x;

    /// <inheritdoc/>
    public string[] Each(GraphWriter graph, RowInput[] inputs, int[] widths, Func<GraphWriter, string[], string[]> body) =>
        body(graph, [.. inputs.Select(i => i.Name)]);
}
