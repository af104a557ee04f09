using System.Globalization;
using NarFormer.Datasets.Vectors;
using NarFormer.Measurement;
using NarFormer.Projection;
using ScottPlot;

namespace NarFormer.Training.Cli.Plots;

/// <summary>Vectors as points of a plane, coloured by a label.</summary>
internal static class VectorMap
{
    private const int Colours = 48;
    private const double LeastShare = 0.05;
    private const float PointSize = 4;

    /// <summary>The two directions in which <paramref name="vectors"/> differ most; the colours leave out the lowest twentieth.</summary>
    /// <exception cref="ArgumentException">There are too few vectors, or too narrow ones.</exception>
    public static Plot Of(NetworkVectors vectors, double[] labels, string label)
    {
        var components = PrincipalComponents.Of(vectors.Values, vectors.Width, count: 2);
        double highest = labels.Max(), lowest = Math.Min(Quantiles.Of(labels, LeastShare), highest - 1e-9);
        var scale = new ColourScale(lowest, highest);
        var plot = new Plot();
        foreach (var points in Enumerable.Range(0, labels.Length).GroupBy(i => scale.StepOf(labels[i], Colours)).OrderBy(g => g.Key))
        {
            Coordinates[] places = [.. points.Select(i => components.Project(vectors[i])).Select(p => new Coordinates(p[0], p[1]))];
            plot.Add.Markers(places, MarkerShape.FilledCircle, PointSize, scale.ColourOf(points.Key, Colours));
        }

        var bar = plot.Add.ColorBar(scale);
        bar.Label = labels.Min() < lowest ? string.Create(CultureInfo.InvariantCulture, $"{label} (below {lowest:G3}: darkest)") : label;
        bar.LabelStyle.FontSize = 15;
        bar.LabelStyle.Bold = false;
        plot.Title(string.Create(CultureInfo.InvariantCulture, $"{vectors.Ids.Count:N0} vectors of {vectors.About.GetValueOrDefault("predictor", "a predictor")}"));
        plot.XLabel(string.Create(CultureInfo.InvariantCulture, $"first principal component ({components.Explained[0]:P0} of the variance)"));
        plot.YLabel(string.Create(CultureInfo.InvariantCulture, $"second principal component ({components.Explained[1]:P0})"));
        return plot;
    }
}
