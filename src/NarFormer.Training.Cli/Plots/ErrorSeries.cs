namespace NarFormer.Training.Cli.Plots;

/// <summary>The relative errors of one predictor.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Errors">The error of each network as a share of the measured value, <c>[networks]</c>.</param>
/// <param name="Table">The table that the networks stand in.</param>
internal sealed record ErrorSeries(string Name, double[] Errors, TextTable Table)
{
    /// <summary>Reads <paramref name="source"/>, a table of predictions, or <c>NAME=PATH</c> to give it a name.</summary>
    /// <exception cref="InvalidDataException">A column is missing or holds no numbers.</exception>
    public static ErrorSeries Read(string source, string measured, string predicted)
    {
        int mark = source.IndexOf('=', StringComparison.Ordinal);
        var table = TextTable.Read(source[(mark + 1)..]);
        int truth = table.Column(measured), prediction = table.Column(predicted);
        return new ErrorSeries(
            mark > 0 ? source[..mark] : predicted,
            [.. Enumerable.Range(0, table.Rows.Count).Select(row => Math.Abs((table.Number(row, prediction) / table.Number(row, truth)) - 1))],
            table);
    }
}
