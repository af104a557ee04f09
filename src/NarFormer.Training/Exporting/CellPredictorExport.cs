using System.Security.Cryptography;
using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;
using NarFormer.Export;
using NarFormer.Files;
using NarFormer.Training.Calibration;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Network;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Exporting;

/// <summary>Makes a predictor file of a finished training on cells.</summary>
public static class CellPredictorExport
{
    private static readonly double[] Coverages = [0.5, 0.8, 0.9, 0.95];

    /// <summary>The predictor: graph, description with error quantiles from the validation cells, and what it takes for familiar.</summary>
    public static PredictorFile Of(CellSession session, RunFolder run, string name, WeightPrecision precision)
    {
        using var network = session.Trained(run);
        var recipe = session.Recipe.Cells!;
        var samples = session.Samples;
        var knots = KnotsOf(network, samples.Validation);
        var validation = Scored(network, samples.Validation, recipe.Space, knots);
        var description = new PredictorDescription
        {
            Name = name,
            Predicts = $"accuracy ({recipe.TrainingLabel})",
            Unit = "",
            Platform = recipe.Space,
            Encoding = session.Encoding.Name,
            Network = network.Options,
            Cells = new CellsDescription(recipe.Space, session.Encoding.Operations, recipe.Prune, knots),
            TrainingData = new TrainingDataDescription(
                Path.GetFileName(session.Recipe.Dataset),
                samples.Training.Count,
                [recipe.Space],
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(session.Recipe.Dataset))),
                new ValueRange(samples.Training.Min(s => s.Network.NodeCount), samples.Training.Max(s => s.Network.NodeCount)),
                new ValueRange(samples.Training.Min(s => s.Label), samples.Training.Max(s => s.Label))),
            Scores = new Dictionary<string, PredictorScore>(StringComparer.Ordinal) { ["validation"] = ScoreOf(validation) },
            ErrorQuantiles = [.. Coverages.Select(c => new ErrorQuantile(c, ConformalQuantile.OfLogErrors(validation, c)))],
        };
        var model = PredictorGraph.Build(network.Options, SafetensorsFile.Read(run.BestWeights).Tensors, precision);
        return PredictorFile.Of(model, description, FamiliarityFit.Of(network, Encoded(samples.Training), Encoded(samples.Validation)));
    }

    /// <summary>The largest relative difference between the predictor file and the training network over the test cells.</summary>
    public static double LargestDifference(CellSession session, RunFolder run, string path)
    {
        using var network = session.Trained(run);
        using var predictor = CellPredictor.Load(path);
        var test = Encoded(session.Samples.Test);
        var knots = predictor.Description.Cells!.Calibration;
        return predictor.PredictMany(test).Zip(BatchedPredictions.Of(network, test), (p, t) => Math.Abs((p / CellPredictor.ValueOf(t, knots)) - 1)).Max();
    }

    private static EncodedNetwork[] Encoded(IReadOnlyList<CellSample> samples) => [.. samples.Select(s => s.Network)];

    private static List<ScoredNetwork> Scored(NarFormerNetwork network, IReadOnlyList<CellSample> samples, string space, IReadOnlyList<ScoreKnot> knots) =>
        [.. samples.Zip(BatchedPredictions.Of(network, Encoded(samples)), (s, p) => new ScoredNetwork(space, 0, s.Label, CellPredictor.ValueOf(p, knots)))];

    private static IReadOnlyList<ScoreKnot> KnotsOf(NarFormerNetwork network, IReadOnlyList<CellSample> samples) =>
        ScoreKnots.Fit(BatchedPredictions.Of(network, Encoded(samples)), [.. samples.Select(s => s.Label)]);

    private static PredictorScore ScoreOf(List<ScoredNetwork> cells)
    {
        var scores = RegressionScores.Of(cells.Select(n => n.Truth).ToArray(), cells.Select(n => n.Prediction).ToArray());
        return new PredictorScore(scores.Count, scores.Mape, scores.Acc10);
    }
}
