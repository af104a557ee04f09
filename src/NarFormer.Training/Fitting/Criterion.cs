using System.Globalization;

namespace NarFormer.Training.Fitting;

/// <summary>A score by which epochs are compared.</summary>
/// <param name="Name">Its name among the scores, for example <c>mape</c>.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
public sealed record Criterion(string Name, bool HigherIsBetter)
{
    /// <summary>Mean absolute percentage error, as a share.</summary>
    public static Criterion Mape { get; } = new("mape", HigherIsBetter: false);

    /// <summary>Kendall's tau-b.</summary>
    public static Criterion KendallTau { get; } = new("tau", HigherIsBetter: true);

    /// <summary>Whether <paramref name="value"/> is better than <paramref name="best"/>, which is NaN as long as there is none.</summary>
    public bool IsBetter(double value, double best) => !double.IsNaN(value) && (double.IsNaN(best) || (HigherIsBetter ? value > best : value < best));

    /// <summary>The score as people write it: errors in percent, correlations as they are.</summary>
    public string Text(double value) => HigherIsBetter
        ? string.Create(CultureInfo.InvariantCulture, $"{Name} {value:0.0000}")
        : string.Create(CultureInfo.InvariantCulture, $"{Name.ToUpperInvariant()} {100 * value:0.00} %");
}
