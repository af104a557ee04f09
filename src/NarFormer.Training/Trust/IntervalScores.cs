using NarFormer.Runtime;
using NarFormer.Training.Calibration;

namespace NarFormer.Training.Trust;

/// <summary>How well intervals hold.</summary>
/// <param name="Coverage">The share of networks whose latency lies in the interval of their prediction.</param>
/// <param name="MeanWidth">The mean width, as a share of the prediction: (high − low) / prediction.</param>
/// <param name="LowestOfFamilies">The coverage of the family that is covered worst.</param>
public sealed record IntervalScores(double Coverage, double MeanWidth, double LowestOfFamilies)
{
    internal static IntervalScores Of(IReadOnlyList<JudgedNetwork> networks, IntervalWidth width)
    {
        return new IntervalScores(CoverageOf(networks), networks.Average(n => 2 * Math.Sinh(width.At(n.Signs))), networks.GroupBy(n => n.Family, StringComparer.Ordinal).Min(CoverageOf));

        double CoverageOf(IEnumerable<JudgedNetwork> some) => some.Average(n => n.LogError <= width.At(n.Signs) ? 1.0 : 0.0);
    }
}
