using ScottPlot;
using ScottPlot.TickGenerators;

namespace NarFormer.Training.Cli.Plots;

/// <summary>The mean error of each family as bars, a colour for each predictor.</summary>
internal static class FamilyErrorPlot
{
    private const double RoomOfAFamily = 0.8;

    /// <summary>Bars of <paramref name="series"/>; families stand in the order of the first one's errors.</summary>
    /// <exception cref="InvalidDataException">A table has no column <c>family</c>.</exception>
    public static Plot Of(IReadOnlyList<ErrorSeries> series)
    {
        Dictionary<string, double>[] means = [.. series.Select(MeansOf)];
        string[] families = [.. means.SelectMany(m => m.Keys).Distinct(StringComparer.Ordinal).OrderBy(f => means[0].GetValueOrDefault(f)).ThenBy(f => f, StringComparer.Ordinal)];
        var plot = new Plot();
        double height = RoomOfAFamily / series.Count;
        for (int s = 0; s < series.Count; s++)
        {
            double shift = ((series.Count - 1) / 2.0 - s) * height;
            var color = plot.Add.Palette.GetColor(s);
            Bar[] bars = [.. Enumerable.Range(0, families.Length).Where(f => means[s].ContainsKey(families[f])).Select(f => new Bar
            {
                Position = f + shift,
                Value = 100 * means[s][families[f]],
                Size = height,
                Orientation = Orientation.Horizontal,
                FillColor = color,
                LineWidth = 0,
            })];
            plot.Add.Bars(bars).LegendText = series[s].Name;
        }

        var ticks = new NumericManual();
        for (int f = 0; f < families.Length; f++) ticks.AddMajor(f, families[f]);
        plot.Axes.Left.TickGenerator = ticks;
        plot.Axes.Margins(left: 0);
        plot.XLabel("MAPE, %");
        plot.Title("Error by family");
        if (series.Count > 1) plot.ShowLegend(Alignment.LowerRight);
        return plot;
    }

    private static Dictionary<string, double> MeansOf(ErrorSeries series)
    {
        int family = series.Table.Column("family");
        return series.Errors.Select((error, row) => (Family: series.Table.Rows[row][family], error)).GroupBy(r => r.Family, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Average(r => r.error), StringComparer.Ordinal);
    }
}
