using System.Globalization;

namespace NarFormer.Cli.Storing;

/// <summary>How far predictions are from what was measured at the same time, apart for networks that the predictor is familiar with.</summary>
internal sealed class PredictionErrors
{
    private readonly List<(double Relative, bool Familiar)> _errors = [];

    /// <summary>Takes in <paramref name="network"/> if it was both measured and predicted.</summary>
    public void Add(QueriedNetwork network)
    {
        if (network is { Measured: { } measured, Predicted: { } predicted })
            _errors.Add((Math.Abs(predicted.Milliseconds - measured.Milliseconds) / measured.Milliseconds, predicted.Familiar is not false));
    }

    /// <summary>A line for all networks that were both measured and predicted, or for each kind if both are there; none if there are none.</summary>
    public IReadOnlyList<string> Lines() => [.. _errors.GroupBy(e => e.Familiar).OrderByDescending(g => g.Key).Select(g => Line(g.Key, [.. g.Select(e => e.Relative)]))];

    private static string Line(bool familiar, IReadOnlyList<double> errors) => string.Create(
        CultureInfo.InvariantCulture,
        $"{errors.Count} {(familiar ? "familiar" : "unfamiliar")}: the prediction is off by {100 * errors.Average():0.0} % on average, by at most 10 % for {errors.Count(e => e <= 0.1)}");
}
