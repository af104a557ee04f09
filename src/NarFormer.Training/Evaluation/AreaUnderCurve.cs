namespace NarFormer.Training.Evaluation;

/// <summary>
/// The area under the curve of hits against false alarms (ROC): the probability that a value of what should be flagged lies
/// above a value of what should not; equal values count half.
/// </summary>
internal static class AreaUnderCurve
{
    /// <summary>The area; 0.5 where values tell nothing.</summary>
    /// <param name="quiet">Values of what should not be flagged.</param>
    /// <param name="flagged">Values of what should be.</param>
    /// <exception cref="ArgumentException">One of the lists is empty.</exception>
    public static double Of(IReadOnlyList<double> quiet, IReadOnlyList<double> flagged)
    {
        if (quiet.Count == 0 || flagged.Count == 0) throw new ArgumentException("there is nothing to tell apart", nameof(flagged));
        double ranks = Ranks.Of([.. flagged, .. quiet]).Take(flagged.Count).Sum();
        return (ranks - (flagged.Count * (flagged.Count + 1.0) / 2)) / ((double)flagged.Count * quiet.Count);
    }
}
