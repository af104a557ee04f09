using ScottPlot;
using ScottPlot.Colormaps;

namespace NarFormer.Training.Cli.Plots;

/// <summary>Colours for values from <paramref name="lowest"/> to <paramref name="highest"/>; values outside get the colour of the end.</summary>
internal sealed class ColourScale(double lowest, double highest) : IHasColorAxis
{
    public IColormap Colormap { get; set; } = new Viridis();

    /// <inheritdoc/>
    public ScottPlot.Range GetRange() => new(lowest, highest);

    /// <summary>Which of <paramref name="steps"/> equal steps <paramref name="value"/> lies in.</summary>
    public int StepOf(double value, int steps) => Math.Clamp((int)(steps * (value - lowest) / (highest - lowest)), 0, steps - 1);

    /// <summary>The colour of the middle of a step.</summary>
    public Color ColourOf(int step, int steps) => Colormap.GetColor((step + 0.5) / steps);
}
