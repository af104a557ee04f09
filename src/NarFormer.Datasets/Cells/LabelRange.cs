namespace NarFormer.Datasets.Cells;

/// <summary>What the values of a label must lie between.</summary>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
public readonly record struct LabelRange(double Minimum, double Maximum)
{
    /// <summary>0 to 1.</summary>
    public static LabelRange Fraction { get; } = new(0, 1);

    /// <summary>0 to 100.</summary>
    public static LabelRange Percent { get; } = new(0, 100);

    /// <summary>Requires that <paramref name="value"/> lies in the range.</summary>
    /// <exception cref="FormatException">It does not; the message names the label.</exception>
    public void Require(string label, double value)
    {
        if (!(value >= Minimum && value <= Maximum)) throw new FormatException($"{label} is {value:R}, not between {Minimum:R} and {Maximum:R}");
    }
}
