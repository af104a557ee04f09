using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace NarFormer.Training.Cli.Plots;

/// <summary>Errors against the nodes of networks: a point for each network, and a line through the means of half octaves.</summary>
internal static class SizeErrorPlot
{
    private const float PointSize = 4;
    private const double BinsOfAnOctave = 2;

    /// <summary>Points and lines of <paramref name="series"/>.</summary>
    /// <exception cref="InvalidDataException">A table has no column <c>nodes</c>, or a size is not above 0.</exception>
    public static Plot Of(IReadOnlyList<ErrorSeries> series)
    {
        var plot = new Plot();
        double most = 0;
        foreach (var (one, s) in series.Select((one, s) => (one, s)))
        {
            var color = plot.Add.Palette.GetColor(s);
            double[] sizes = [.. Sizes(one.Table)];
            most = Math.Max(most, sizes.Max());
            Coordinates[] places = [.. sizes.Select((size, i) => new Coordinates(Math.Log2(size), 100 * one.Errors[i]))];
            plot.Add.Markers(places, MarkerShape.FilledCircle, PointSize, color.WithAlpha(0.3));
            Coordinates[] means =
            [
                .. sizes.Select((size, i) => (Log: Math.Log2(size), Error: 100 * one.Errors[i])).GroupBy(n => Math.Floor(n.Log * BinsOfAnOctave)).OrderBy(g => g.Key)
                    .Select(g => new Coordinates(g.Average(n => n.Log), g.Average(n => n.Error))),
            ];
            var line = plot.Add.Scatter(means, color);
            line.LineWidth = 2;
            line.LegendText = one.Name;
        }

        var ticks = new NumericManual();
        for (int power = 0; power <= Math.Log2(most) + 1; power++) ticks.AddMajor(power, Math.Pow(2, power).ToString("0", CultureInfo.InvariantCulture));
        plot.Axes.Bottom.TickGenerator = ticks;
        plot.XLabel("nodes");
        plot.YLabel("error, %");
        plot.Title("Error by size; lines are means");
        if (series.Count > 1) plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }

    private static IEnumerable<double> Sizes(TextTable table)
    {
        int column = table.Column("nodes");
        for (int row = 0; row < table.Rows.Count; row++)
            yield return table.Number(row, column) is > 0 and var nodes ? nodes : throw new InvalidDataException($"{table.Path}: nodes in row {row + 1} is '{table.Rows[row][column]}', not above 0");
    }
}
