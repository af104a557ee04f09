using NarFormer.Description;
using NarFormer.Export;
using NarFormer.Files;
using NarFormer.Training.Calibration;
using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>Makes a predictor of another platform out of a predictor and a few measurements.</summary>
public static class PredictorAdaptation
{
    /// <summary>The fewest measurements that are worth anything.</summary>
    public const int FewestMeasurements = 3;

    private const string Split = "left out";

    /// <summary>
    /// The new predictor: the old graph under a <see cref="LogHead"/>. Its scores and errors are those of networks that were
    /// left out in turn; it never claims smaller errors than the old one.
    /// </summary>
    /// <param name="source">The predictor.</param>
    /// <param name="samples">What was measured on the new platform.</param>
    /// <param name="target">The new platform.</param>
    /// <exception cref="InvalidDataException">The predictor does not predict latencies, or there are too few measurements.</exception>
    public static PredictorFile Of(PredictorFile source, IReadOnlyList<AdaptationSample> samples, AdaptationTarget target)
    {
        Check(source.Description, samples.Count);
        var adapted = AdaptedHead.Of(source, samples);
        ScoredNetwork[] leftOut = [.. samples.Select((s, i) => new ScoredNetwork(s.Name, 0, s.LatencyMs, adapted.LeftOut[i]))];
        var scores = RegressionScores.Of([.. leftOut.Select(n => n.Truth)], [.. leftOut.Select(n => n.Prediction)]);
        var description = source.Description with
        {
            Name = target.Name,
            Platform = target.Platform,
            Adaptation = new AdaptationDescription(source.Version, source.Description.Platform, samples.Count, target.Sha256, Factor(adapted)),
            Scores = new Dictionary<string, PredictorScore>(StringComparer.Ordinal) { [Split] = new(scores.Count, scores.Mape, scores.Acc10) },
            ErrorQuantiles = [.. source.Description.ErrorQuantiles.Select(q => q with { LogError = Math.Max(q.LogError, ConformalQuantile.OfLogErrors(leftOut, q.Coverage)) })],
            ErrorScale = source.Description.ErrorScale is { } scale ? Widened(scale, leftOut, adapted.Signs) : null,
        };
        return PredictorFile.Of(AdaptedGraph.Build(source.Model, adapted.Head), description, source.Familiarity);
    }

    private static ErrorScale Widened(ErrorScale scale, ScoredNetwork[] leftOut, ErrorSigns[] signs)
    {
        double[] multiples = [.. leftOut.Select((n, i) => Math.Abs(Math.Log(n.Prediction / n.Truth)) / scale.Of(signs[i]))];
        return scale with { Multiples = [.. scale.Multiples.Select(m => m with { Multiple = Math.Max(m.Multiple, ConformalQuantile.Of(multiples, m.Coverage)) })] };
    }

    private static void Check(PredictorDescription source, int measurements)
    {
        if (source.Unit != "ms") throw new InvalidDataException($"predictor {source.Name} predicts {source.Predicts}, not a latency in ms");
        if (source.Cells is { Calibration.Count: > 0 }) throw new InvalidDataException($"predictor {source.Name} was trained to rank: its scores are no latencies");
        if (measurements < FewestMeasurements) throw new InvalidDataException($"{measurements} measurements are too few, at least {FewestMeasurements} are needed");
    }

    private static double Factor(AdaptedHead adapted) => Math.Exp(adapted.Fitted.Zip(adapted.Old, (f, o) => Math.Log(f / o)).Average());
}
