using NarFormer.Measurement;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>
/// Logarithms of latencies. Cells without a way from input to output take next to no time on some devices: what lies far
/// from the others on the logarithmic scale is drawn to the edge, so that it does not decide everything.
/// </summary>
internal static class RobustLogs
{
    private const double Widest = 4;

    // The median distance of a normal distribution from its median is 0.6745 standard deviations.
    private const double DeviationsOfAMedianDistance = 1.4826;

    /// <summary>Logarithms of <paramref name="latencies"/> in ms, at most four robust standard deviations from their median.</summary>
    public static double[] Of(IReadOnlyList<double> latencies)
    {
        double[] logs = [.. latencies.Select(l => Math.Log(l))];
        double centre = Quantiles.Of(logs, 0.5);
        double reach = Widest * DeviationsOfAMedianDistance * Quantiles.Of(logs.Select(l => Math.Abs(l - centre)), 0.5);
        return reach > 0 ? [.. logs.Select(l => Math.Clamp(l, centre - reach, centre + reach))] : logs;
    }
}
