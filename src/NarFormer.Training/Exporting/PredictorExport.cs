using NarFormer.Description;
using NarFormer.Export;
using NarFormer.Files;
using NarFormer.Training.Calibration;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Exporting;

/// <summary>Makes a predictor file of finished trainings: of one, or of an ensemble.</summary>
public static class PredictorExport
{
    private static readonly double[] Coverages = [0.5, 0.8, 0.9, 0.95];

    /// <summary>
    /// The predictor: graph, description with error quantiles from the validation split and scores on validation and test,
    /// and what it takes for familiar.
    /// </summary>
    public static PredictorFile Of(TrainingSession session, IReadOnlyList<RunFolder> runs, string name, WeightPrecision precision)
    {
        using var network = session.Trained(runs);
        var samples = session.Samples;
        var validation = Scored(network, samples.Validation);
        var dataset = DatasetIdentity.Of(session.Recipe.Dataset);
        var description = new PredictorDescription
        {
            Name = name,
            Predicts = "latency",
            Unit = "ms",
            Platform = dataset.Platform,
            Encoding = session.Encoding.Name,
            Network = network.Options,
            Members = runs.Count,
            TrainingData = DataOf(session, dataset),
            Scores = new Dictionary<string, PredictorScore> { ["validation"] = ScoreOf(validation), ["test"] = ScoreOf(Scored(network, samples.Test)) },
            ErrorQuantiles = [.. Coverages.Select(c => new ErrorQuantile(c, ConformalQuantile.OfLogErrors(validation, c)))],
        };
        return PredictorFile.Of(network.Graph(precision), description, FamiliarityFit.Of(network, [.. samples.Training.Select(s => s.Network)], [.. samples.Validation.Select(s => s.Network)]));
    }

    /// <summary>The largest relative difference between the predictor file and the trained networks over the test split.</summary>
    public static double LargestDifference(TrainingSession session, IReadOnlyList<RunFolder> runs, string path)
    {
        using var network = session.Trained(runs);
        using var predictor = Predictor.Load(path);
        double[] trained = network.Predict([.. session.Samples.Test.Select(s => s.Network)]);
        return predictor.PredictMany(session.Samples.Test.Select(s => s.Network)).Zip(trained, (p, t) => Math.Abs(p.Value - t) / t).Max();
    }

    private static List<ScoredNetwork> Scored(TrainedEnsemble network, IReadOnlyList<TrainingSample> samples) =>
        [.. samples.Zip(network.Predict([.. samples.Select(s => s.Network)]), (s, p) => new ScoredNetwork(s.Family, s.Seed, s.LatencyMs, p))];

    private static PredictorScore ScoreOf(List<ScoredNetwork> networks)
    {
        var scores = RegressionScores.Of(networks.Select(n => n.Truth).ToArray(), networks.Select(n => n.Prediction).ToArray());
        return new PredictorScore(scores.Count, scores.Mape, scores.Acc10);
    }

    private static TrainingDataDescription DataOf(TrainingSession session, DatasetIdentity dataset)
    {
        var training = session.Samples.Training;
        return new TrainingDataDescription(
            dataset.Name,
            training.Count,
            [.. training.Select(s => s.Family).Distinct()],
            dataset.Sha256,
            new ValueRange(training.Min(s => s.Network.NodeCount), training.Max(s => s.Network.NodeCount)),
            new ValueRange(training.Min(s => s.LatencyMs), training.Max(s => s.LatencyMs)));
    }
}
