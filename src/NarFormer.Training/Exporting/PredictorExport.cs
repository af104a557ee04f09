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
    /// <summary>
    /// The predictor: graph, description with the sizes of errors from the validation split and scores on validation and test,
    /// and what it takes for familiar.
    /// </summary>
    public static PredictorFile Of(TrainingSession session, IReadOnlyList<RunFolder> runs, string name, WeightPrecision precision)
    {
        using var network = session.Trained(runs);
        var samples = session.Samples;
        var validation = PredictedNetworks.Of(network, samples.Validation);
        var calibration = PredictorCalibration.Of(PredictedNetworks.Of(network, samples.Training), validation);
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
            Scores = new Dictionary<string, PredictorScore>
            {
                ["validation"] = ScoreOf(validation),
                ["test"] = ScoreOf(PredictedNetworks.Of(network, samples.Test)),
            },
            ErrorQuantiles = calibration.ErrorQuantiles,
            ErrorScale = calibration.ErrorScale,
        };
        return PredictorFile.Of(network.Graph(precision), description, calibration.Familiarity);
    }

    /// <summary>The largest relative difference between the predictor file and the trained networks over the test split.</summary>
    public static double LargestDifference(TrainingSession session, IReadOnlyList<RunFolder> runs, string path)
    {
        using var network = session.Trained(runs);
        using var predictor = Predictor.Load(path);
        double[] trained = network.Predict([.. session.Samples.Test.Select(s => s.Network)]);
        return predictor.PredictMany(session.Samples.Test.Select(s => s.Network)).Zip(trained, (p, t) => Math.Abs(p.Value - t) / t).Max();
    }

    private static PredictorScore ScoreOf(PredictedNetworks networks)
    {
        var scores = RegressionScores.Of([.. networks.Labels], [.. networks.Predictions]);
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
