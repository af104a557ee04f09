namespace NarFormer.Export.Rows;

/// <summary>How work that is done for each row alone is written into a graph. Spare rows, if there are any, follow the last row.</summary>
internal interface IRowWork
{
    /// <summary>The number of rows with the spare ones, [1].</summary>
    string Count { get; }

    /// <summary>Adds spare rows of zeros: [rows, width] → [count, width].</summary>
    string Padded(GraphWriter graph, string x);

    /// <summary>Adds spare zeros: [rows] → [count], integers.</summary>
    string PaddedIndices(GraphWriter graph, string indices);

    /// <summary>Leaves spare rows out: [count, width] → [rows, width].</summary>
    string Trimmed(GraphWriter graph, string x);

    /// <summary>What <paramref name="body"/> makes of the rows of <paramref name="inputs"/>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">[count, width] or [count] each.</param>
    /// <param name="widths">The width of each output.</param>
    /// <param name="body">Makes outputs [some rows, width] of inputs with those rows.</param>
    /// <returns>[count, width] each.</returns>
    string[] Each(GraphWriter graph, RowInput[] inputs, int[] widths, Func<GraphWriter, string[], string[]> body);
}
