using NarFormer.Description;

namespace NarFormer.Training.Calibration;

/// <summary>
/// Fits the expected error of predictions, and the multiples of it that errors stay below, to the same samples: each error is
/// divided by what a fit to the other parts of the samples expects (cross-fitting), so that no fit judges what it has seen.
/// </summary>
internal static class ErrorScaleFit
{
    private const int Parts = 10;
    private const int Fewest = 40;

    /// <summary>The fit, with a multiple for each of <paramref name="coverages"/>; null if there are too few samples.</summary>
    public static ErrorScale? Of(IReadOnlyList<ErrorSample> samples, IReadOnlyList<double> coverages)
    {
        if (samples.Count < Fewest) return null;
        double[] multiples = new double[samples.Count];
        for (int part = 0; part < Parts; part++)
        {
            var others = ExpectedErrorFit.Of([.. samples.Where((_, i) => i % Parts != part)]);
            for (int i = part; i < samples.Count; i += Parts) multiples[i] = samples[i].LogError / others.Of(samples[i].Signs);
        }

        return ExpectedErrorFit.Of(samples) with { Multiples = [.. coverages.Select(c => new ErrorMultiple(c, ConformalQuantile.Of(multiples, c)))] };
    }
}
