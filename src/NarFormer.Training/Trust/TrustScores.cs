using NarFormer.Training.Calibration;

namespace NarFormer.Training.Trust;

/// <summary>How a predictor judges its own predictions for some networks.</summary>
/// <param name="Networks">How many they are.</param>
/// <param name="Families">Their families.</param>
/// <param name="Mape">The mean absolute percentage error of their predictions, as a share.</param>
/// <param name="Flagged">The share that is not familiar.</param>
/// <param name="Intervals">The intervals by coverage.</param>
public sealed record TrustScores(int Networks, IReadOnlyList<string> Families, double Mape, double Flagged, IReadOnlyList<IntervalComparison> Intervals)
{
    internal static TrustScores Of(IReadOnlyList<JudgedNetwork> networks, PredictorCalibration calibration) => new(
        networks.Count,
        [.. networks.Select(n => n.Family).Distinct(StringComparer.Ordinal)],
        networks.Average(n => Math.Abs((n.Signs.Value / n.Label) - 1)),
        networks.Average(n => n.Finding.IsFamiliar ? 0.0 : 1.0),
        IntervalComparison.Of(networks, calibration));
}
