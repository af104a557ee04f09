using System.Globalization;
using NarFormer.Training.Evaluation;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace NarFormer.Training.Cli.Plots;

/// <summary>Predicted against measured values, on logarithmic axes.</summary>
internal static class PredictionPlot
{
    private const float PointSize = 6;

    /// <summary>A point for each row of <paramref name="table"/> on a line of what is predicted exactly.</summary>
    /// <exception cref="InvalidDataException">There is no such column, or a value is not above 0.</exception>
    public static Plot Of(TextTable table, string measured, string predicted)
    {
        double[] truths = Positive(table, table.Column(measured)), predictions = Positive(table, table.Column(predicted));
        double low = Math.Log10(truths.Concat(predictions).Min()), high = Math.Log10(truths.Concat(predictions).Max());
        double margin = 0.05 + (0.03 * (high - low));
        var plot = new Plot();
        var exact = plot.Add.Line(low - margin, low - margin, high + margin, high + margin);
        exact.Color = Colors.Gray;
        Coordinates[] places = [.. truths.Select((t, i) => new Coordinates(Math.Log10(t), Math.Log10(predictions[i])))];
        plot.Add.Markers(places, MarkerShape.FilledCircle, PointSize, Colors.C0.WithAlpha(0.6));
        plot.Axes.Bottom.TickGenerator = Ticks(low, high);
        plot.Axes.Left.TickGenerator = Ticks(low, high);
        plot.Axes.SetLimits(low - margin, high + margin, low - margin, high + margin);
        var scores = RegressionScores.Of(truths, predictions);
        plot.Title(string.Create(CultureInfo.InvariantCulture, $"{truths.Length} networks: MAPE {scores.Mape:P1}, Kendall tau {scores.KendallTau:0.000}"));
        plot.XLabel(measured);
        plot.YLabel($"predicted by {predicted}");
        return plot;
    }

    private static double[] Positive(TextTable table, int column) =>
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => table.Number(row, column) is > 0 and var value
            ? value
            : throw new InvalidDataException($"{table.Path}: {table.Columns[column]} in row {row + 1} is '{table.Rows[row][column]}', not above 0"))];

    private static NumericManual Ticks(double low, double high)
    {
        var ticks = new NumericManual();
        for (int power = (int)Math.Floor(low) - 1; power <= Math.Ceiling(high); power++)
        {
            for (int digit = 1; digit <= 9; digit++)
            {
                double place = Math.Log10(digit) + power;
                if (digit is 1 or 2 or 5) ticks.AddMajor(place, (digit * Math.Pow(10, power)).ToString("G3", CultureInfo.InvariantCulture));
                else ticks.AddMinor(place);
            }
        }

        return ticks;
    }
}
