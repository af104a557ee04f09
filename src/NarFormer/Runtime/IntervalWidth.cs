using NarFormer.Description;

namespace NarFormer.Runtime;

/// <summary>Half the width, in log space, of the intervals of one coverage: they are <c>[p·e⁻ʷ, p·eʷ]</c>.</summary>
internal sealed class IntervalWidth
{
    // A factor of a hundred either way says that nothing is known.
    private static readonly double Largest = Math.Log(100);

    private readonly double _width;
    private readonly ErrorScale? _scale;

    private IntervalWidth(double coverage, double width, ErrorScale? scale)
    {
        Coverage = coverage;
        _width = width;
        _scale = scale;
    }

    /// <summary>The share of networks whose truth lies in their interval.</summary>
    public double Coverage { get; }

    /// <summary>
    /// The width for each prediction, or one for all where <paramref name="scale"/> is null, of the nearest coverage that is
    /// known; null if none is.
    /// </summary>
    public static IntervalWidth? Of(IReadOnlyList<ErrorQuantile> quantiles, ErrorScale? scale, double coverage)
    {
        if (scale?.Multiples.MinBy(m => Math.Abs(m.Coverage - coverage)) is { } multiple) return new IntervalWidth(multiple.Coverage, multiple.Multiple, scale);
        return quantiles.MinBy(q => Math.Abs(q.Coverage - coverage)) is { } quantile ? new IntervalWidth(quantile.Coverage, quantile.LogError, scale: null) : null;
    }

    /// <summary>The width for the prediction with these <paramref name="signs"/>.</summary>
    public double At(in ErrorSigns signs) => Math.Min(Largest, _scale is null ? _width : _width * _scale.Of(signs));
}
