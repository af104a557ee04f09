namespace NarFormer.Training.Calibration;

/// <summary>
/// Split conformal prediction: from the errors on networks that training has not fitted, the error that a new network of
/// the same kind stays below with a chosen probability.
/// </summary>
public static class ConformalQuantile
{
    /// <summary>
    /// The <c>⌈(n + 1)·coverage⌉</c>-th smallest of <paramref name="errors"/>; the largest of them where there are too few
    /// for that coverage.
    /// </summary>
    /// <exception cref="ArgumentException">There are no errors, or the coverage does not lie in (0, 1).</exception>
    public static double Of(IReadOnlyCollection<double> errors, double coverage)
    {
        if (errors.Count == 0) throw new ArgumentException("there are no errors", nameof(errors));
        if (coverage is not (> 0 and < 1)) throw new ArgumentException("the coverage has to lie in (0, 1)", nameof(coverage));
        double[] sorted = [.. errors.Order()];
        int rank = (int)Math.Ceiling((sorted.Length + 1) * coverage);
        return sorted[Math.Min(rank, sorted.Length) - 1];
    }

    /// <summary>
    /// The quantile of <c>|ln prediction − ln truth|</c>: with that probability the truth lies in
    /// <c>[prediction·e⁻ᑫ, prediction·eᑫ]</c>.
    /// </summary>
    public static double OfLogErrors(IReadOnlyList<Evaluation.ScoredNetwork> networks, double coverage) =>
        Of([.. networks.Select(n => Math.Abs(Math.Log(n.Prediction / n.Truth)))], coverage);
}
