using NarFormer.Runtime;
using NarFormer.Training.Calibration;

namespace NarFormer.Training.Trust;

/// <summary>Intervals of one width for all beside intervals of a width for each prediction.</summary>
/// <param name="Nominal">The share that they are made to cover.</param>
/// <param name="OneWidth">Of one width, as a factor of the prediction.</param>
/// <param name="Scaled">Scaled by the expected error of each prediction; null if there were too few validation networks.</param>
public sealed record IntervalComparison(double Nominal, IntervalScores OneWidth, IntervalScores? Scaled)
{
    internal static IReadOnlyList<IntervalComparison> Of(IReadOnlyList<JudgedNetwork> networks, PredictorCalibration calibration) =>
    [
        .. PredictorCalibration.Coverages.Select(c => new IntervalComparison(
            c,
            IntervalScores.Of(networks, IntervalWidth.Of(calibration.ErrorQuantiles, scale: null, c)!),
            calibration.ErrorScale is { } scale ? IntervalScores.Of(networks, IntervalWidth.Of(calibration.ErrorQuantiles, scale, c)!) : null)),
    ];
}
