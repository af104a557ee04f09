using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace NarFormer.Training.Cli.Plots;

/// <summary>Regret against questions for each way to search.</summary>
internal static class SearchPlot
{
    /// <summary>Points of accuracy up to which the axis is linear; beyond, it is logarithmic, so that a regret of 0 has a place.</summary>
    private const double LinearUpTo = 0.02;

    private static readonly double[] Ticks = [0, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100];

    public static Plot Of(SearchResults results)
    {
        var plot = new Plot();
        foreach (var search in results.Searches)
        {
            double[] questions = [.. Enumerable.Range(1, search.MedianRegrets.Length).Select(q => (double)q)];
            var line = plot.Add.ScatterLine(questions, [.. search.MedianRegrets.Select(Height)]);
            line.LineWidth = 2.5f;
            line.LegendText = search.Name;
            if (search is not { LowerQuartileRegrets: { } lower, UpperQuartileRegrets: { } upper }) continue;
            var band = plot.Add.FillY(questions, [.. lower.Select(Height)], [.. upper.Select(Height)]);
            band.FillColor = line.Color.WithAlpha(0.18);
            band.LineWidth = 0;
        }

        bool bands = results.Searches.All(s => s is { LowerQuartileRegrets: not null, UpperQuartileRegrets: not null });
        double most = results.Searches.Max(s => (s.UpperQuartileRegrets ?? s.MedianRegrets).Max());
        plot.Axes.Left.TickGenerator = new NumericManual([.. Ticks.Select(t => Height(t / 100))], [.. Ticks.Select(t => t.ToString(CultureInfo.InvariantCulture))]);
        plot.Axes.SetLimits(0, results.Searches.Max(s => s.MedianRegrets.Length), Height(0) - 0.05, Height(most) + 0.1);
        plot.Title(bands ? "Regret of the best cell so far: median and quartiles over seeds" : "Regret of the best cell so far: median over seeds");
        plot.XLabel("cells asked for");
        plot.YLabel("regret, points of test accuracy");
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }

    private static double Height(double regret) => Math.Log10(1 + (100 * regret / LinearUpTo));
}
