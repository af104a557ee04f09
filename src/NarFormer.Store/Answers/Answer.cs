namespace NarFormer.Store;

/// <summary>What is known of a network's latency on one platform.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Predictor">The predictor that said so; <see langword="null"/> if it was measured.</param>
/// <param name="Milliseconds">The latency, in ms.</param>
/// <param name="Low">The lower end of the interval; <see langword="null"/> if it was measured.</param>
/// <param name="High">The upper end of the interval; <see langword="null"/> if it was measured.</param>
/// <param name="Coverage">The share of networks whose truth lies in their interval; <see langword="null"/> if it was measured.</param>
/// <param name="Familiar">Whether the network is like the predictor's training data; <see langword="null"/> if it was measured.</param>
/// <param name="At">When it was measured or predicted.</param>
public sealed record Answer(
    string Platform, string? Predictor, double Milliseconds, double? Low, double? High, double? Coverage, bool? Familiar, DateTimeOffset At)
{
    /// <summary>Whether it was measured.</summary>
    public bool IsMeasured => Predictor is null;

    /// <summary>An answer for each platform: the newest measurement, or else the newest prediction.</summary>
    public static IReadOnlyList<Answer> Of(IEnumerable<StoredMeasurement> measurements, IEnumerable<StoredPrediction> predictions)
    {
        var measured = measurements.Select(m => new Answer(m.Platform, null, m.LabelMs, null, null, null, null, m.At));
        var predicted = predictions.Select(p => new Answer(p.Platform, p.Predictor, p.Value, p.Low, p.High, p.Coverage, p.Familiar, p.At));
        return
        [
            .. measured.Concat(predicted).GroupBy(a => a.Platform, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.OrderByDescending(a => a.IsMeasured).ThenByDescending(a => a.At).First()),
        ];
    }
}
