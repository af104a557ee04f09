using NarFormer.Training.Baselines;
using NarFormer.Training.Calibration;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Evaluation;

/// <summary>A predictor's scores on a split beside those of the baselines.</summary>
public sealed record LatencyEvaluation
{
    /// <summary>The coverage that intervals are calibrated to.</summary>
    public const double Coverage = 0.9;

    /// <summary>The split.</summary>
    public required string Split { get; init; }

    /// <summary>The scores of each predictor: the trained one first, then the baselines.</summary>
    public required IReadOnlyList<PredictorScores> Predictors { get; init; }

    /// <summary>
    /// Half the width of the interval in log space, from the validation split: it is <c>[p·e⁻ᑫ, p·eᑫ]</c>.
    /// </summary>
    public required double IntervalLogWidth { get; init; }

    /// <summary>The share of the split's networks whose latency lies in that interval.</summary>
    public required double IntervalCoverage { get; init; }

    /// <summary>What was predicted for each network, by predictor in the same order; a row of the table of raw output.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<IReadOnlyList<ScoredNetwork>> Networks { get; init; } = [];

    /// <summary>Scores <paramref name="predict"/>, which gives ms for many samples, on a split of <paramref name="samples"/>.</summary>
    public static LatencyEvaluation Of(SampleSet samples, string split, Func<IReadOnlyList<TrainingSample>, double[]> predict)
    {
        var chosen = samples.Split(split);
        ILatencyBaseline[] baselines = [LinearBaseline.Fit(samples.Training), FamilyConstantBaseline.Fit(samples.Training)];
        List<(string Name, IReadOnlyList<ScoredNetwork> Networks)> columns = [("network", Scored(chosen, predict(chosen)))];
        columns.AddRange(baselines.Select(b => (b.Name, Scored(chosen, [.. chosen.Select(b.Predict)]))));
        double width = ConformalQuantile.OfLogErrors(Scored(samples.Validation, predict(samples.Validation)), Coverage);
        return new LatencyEvaluation
        {
            Split = split,
            Predictors = [.. columns.Select(c => new PredictorScores(c.Name, FamilyScores.Of(c.Networks)))],
            IntervalLogWidth = width,
            IntervalCoverage = columns[0].Networks.Average(n => Math.Abs(Math.Log(n.Prediction / n.Truth)) <= width ? 1.0 : 0.0),
            Networks = [.. columns.Select(c => c.Networks)],
        };
    }

    private static IReadOnlyList<ScoredNetwork> Scored(IReadOnlyList<TrainingSample> samples, double[] predictions) =>
        [.. samples.Select((s, i) => new ScoredNetwork(s.Family, s.Seed, s.LatencyMs, predictions[i]) { Nodes = s.Nodes })];
}
