using NarFormer.Training.Samples;

namespace NarFormer.Training.Baselines;

/// <summary>
/// The same latency for all networks of a family: the constant of least MAPE on the family's training networks. A family
/// that training has not seen gets the constant of all families together.
/// </summary>
public sealed class FamilyConstantBaseline : ILatencyBaseline
{
    private readonly Dictionary<string, double> _constants;
    private readonly double _overall;

    private FamilyConstantBaseline(Dictionary<string, double> constants, double overall)
    {
        _constants = constants;
        _overall = overall;
    }

    /// <inheritdoc/>
    public string Name => "constant";

    /// <summary>Fits the constants to <paramref name="training"/>.</summary>
    /// <exception cref="ArgumentException">There are no networks.</exception>
    public static FamilyConstantBaseline Fit(IReadOnlyList<TrainingSample> training) => new(
        training.GroupBy(s => s.Family, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => WeightedMedian.OfLeastRelativeError(g.Select(s => s.LatencyMs)), StringComparer.Ordinal),
        WeightedMedian.OfLeastRelativeError(training.Select(s => s.LatencyMs)));

    /// <inheritdoc/>
    public double Predict(TrainingSample sample) => _constants.GetValueOrDefault(sample.Family, _overall);
}
