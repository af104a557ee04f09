using System.Globalization;

namespace NarFormer.Cli.Storing;

/// <summary>How far predictions are from what was measured at the same time, those of familiar networks apart.</summary>
internal sealed class PredictionErrors
{
    private readonly List<(double Relative, bool Familiar)> _errors = [];

    /// <summary>Takes in <paramref name="network"/> if it was both measured and predicted.</summary>
    public void Add(QueriedNetwork network)
    {
        if (network is { Measured: { } measured, Predicted: { } predicted })
            _errors.Add((Math.Abs(predicted.Milliseconds - measured.Milliseconds) / measured.Milliseconds, predicted.Familiar is not false));
    }

    /// <summary>A line for familiar networks and one for the others, where there are any.</summary>
    public IReadOnlyList<string> Lines() => [.. _errors.GroupBy(e => e.Familiar).OrderByDescending(g => g.Key).Select(g => Line(g.Key, [.. g.Select(e => e.Relative)]))];

    private static string Line(bool familiar, IReadOnlyList<double> errors) => string.Create(
        CultureInfo.InvariantCulture,
        $"{errors.Count} {(familiar ? "familiar" : "unfamiliar")}: the prediction is off by {100 * errors.Average():0.0} % on average, by at most 10 % for {errors.Count(e => e <= 0.1)}");
}
