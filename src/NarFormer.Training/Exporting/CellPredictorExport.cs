using System.Security.Cryptography;
using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Export;
using NarFormer.Files;
using NarFormer.Training.Calibration;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Exporting;

/// <summary>Makes a predictor file of finished trainings on cells: of one, or of an ensemble.</summary>
public static class CellPredictorExport
{
    /// <summary>The predictor: graph, description with error quantiles from the validation cells, and what it takes for familiar.</summary>
    public static PredictorFile Of(CellSession session, IReadOnlyList<RunFolder> runs, string name, WeightPrecision precision)
    {
        using var network = session.Trained(runs);
        var recipe = session.Recipe.Cells!;
        bool whole = recipe.As == CellForm.Network;
        if (whole && recipe.Criterion != CellCriterion.Mape) throw new InvalidDataException("cells.criterion: a predictor of whole networks gives values, not scores, so it has to be mape");
        var samples = session.Samples;
        var scored = Predicted(network, samples.Validation, recipe.Space);
        IReadOnlyList<ScoreKnot> knots = recipe.Criterion == CellCriterion.Mape ? [] : ScoreKnots.Fit(scored.Predictions, scored.Labels);
        var validation = scored with { Predictions = [.. scored.Predictions.Select(p => CellPredictor.ValueOf(p, knots))] };
        var calibration = PredictorCalibration.Of(Predicted(network, samples.Training, recipe.Space), validation);
        var description = new PredictorDescription
        {
            Name = name,
            Predicts = whole && recipe.Unit == "ms" ? "latency" : recipe.LowestIsBest ? recipe.TrainingLabel : $"accuracy ({recipe.TrainingLabel})",
            Unit = recipe.Unit,
            Platform = whole ? recipe.TrainingLabel : recipe.Space,
            Encoding = session.Encoding.Name,
            Network = network.Options,
            Members = runs.Count,
            Cells = whole ? null : new CellsDescription(recipe.Space, session.Encoding.Operations, recipe.Prune, knots, recipe.LowestIsBest),
            TrainingData = new TrainingDataDescription(
                Path.GetFileName(session.Recipe.Dataset),
                samples.Training.Count,
                [recipe.Space],
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(session.Recipe.Dataset))),
                new ValueRange(samples.Training.Min(s => s.Network.NodeCount), samples.Training.Max(s => s.Network.NodeCount)),
                new ValueRange(samples.Training.Min(s => s.Label), samples.Training.Max(s => s.Label))),
            Scores = new Dictionary<string, PredictorScore>(StringComparer.Ordinal) { ["validation"] = ScoreOf(validation) },
            ErrorQuantiles = calibration.ErrorQuantiles,
            ErrorScale = whole ? calibration.ErrorScale : null,
        };
        return PredictorFile.Of(network.Graph(precision), description, calibration.Familiarity);
    }

    /// <summary>The largest relative difference between the predictor file and the trained networks over the test cells.</summary>
    public static double LargestDifference(CellSession session, IReadOnlyList<RunFolder> runs, string path)
    {
        using var network = session.Trained(runs);
        var test = Encoded(session.Samples.Test);
        double[] trained = network.Predict(test);
        if (session.Recipe.Cells!.As == CellForm.Network)
        {
            using var whole = Predictor.Load(path);
            return Largest(whole.PredictMany(test).Select(p => p.Value), trained);
        }

        using var predictor = CellPredictor.Load(path);
        var knots = predictor.Description.Cells!.Calibration;
        return Largest(predictor.PredictMany(test), trained.Select(t => CellPredictor.ValueOf(t, knots)));

        static double Largest(IEnumerable<double> values, IEnumerable<double> trained) => values.Zip(trained, (v, t) => Math.Abs((v / t) - 1)).Max();
    }

    private static EncodedNetwork[] Encoded(IReadOnlyList<CellSample> samples) => [.. samples.Select(s => s.Network)];

    private static PredictedNetworks Predicted(TrainedEnsemble network, IReadOnlyList<CellSample> samples, string space) =>
        PredictedNetworks.Of(network, Encoded(samples), [.. samples.Select(_ => space)], [.. samples.Select(s => s.Label)]);

    private static PredictorScore ScoreOf(PredictedNetworks cells)
    {
        var scores = RegressionScores.Of([.. cells.Labels], [.. cells.Predictions]);
        return new PredictorScore(scores.Count, scores.Mape, scores.Acc10);
    }
}
