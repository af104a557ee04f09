using System.Numerics.Tensors;
using NarFormer.Datasets;
using NarFormer.Datasets.Latency;
using NarFormer.Encoding;
using NarFormer.Files;
using NarFormer.Runtime;
using NarFormer.Training.Adaptation.Predictors;
using NarFormer.Training.Baselines;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Adaptation.Platforms;

/// <summary>
/// Adapts the predictor of one platform to another one, on which the same networks were measured. Measurements are drawn from
/// networks that the predictor may have been trained on; asked for are those of its test split.
/// </summary>
public sealed class PlatformStudy
{
    private readonly TrainingSample[] _candidates, _tested;
    private readonly double[][] _candidateRows, _testedRows;
    private readonly IReadOnlyList<HeadFeatureKind> _kinds;

    private PlatformStudy(PredictorFile source, TrainingSample[] candidates, TrainingSample[] tested)
    {
        using var session = new PredictorSession(source.Model, source.Description.Network.Edges);
        var features = HeadFeatures.Of(source.Familiarity);
        (_candidates, _tested, _kinds) = (candidates, tested, features.Kinds);
        _candidateRows = Rows(candidates);
        _testedRows = Rows(tested);

        double[][] Rows(TrainingSample[] samples)
        {
            EncodedNetwork[] networks = [.. samples.Select(s => s.Network)];
            return features.Rows(networks, BatchedOutputs.Of(session, networks));
        }
    }

    /// <summary>Runs the study.</summary>
    /// <param name="predictor">The path of the predictor file.</param>
    /// <param name="from">The folder of the data set that it was trained on.</param>
    /// <param name="to">The folder of the data set of the other platform.</param>
    /// <param name="measurements">Numbers of measurements.</param>
    /// <param name="draws">How often measurements are drawn.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be, or the data sets do not share enough networks; the message names it.</exception>
    public static PlatformStudyResult Run(string predictor, string from, string to, IReadOnlyList<int> measurements, int draws, CancellationToken cancellation)
    {
        var source = PredictorFile.Read(predictor);
        var old = LatencyDataset.Load(from);
        var splits = old.Rows.ToDictionary(r => (r.Family, r.Seed));
        var samples = SampleLoader.Load(to, PredictorEncoding.Of(source.Description, predictor), null, cancellation).Where(s => splits.ContainsKey((s.Family, s.Seed))).ToLookup(s => splits[(s.Family, s.Seed)].Split == DataSplit.Test);
        TrainingSample[] candidates = [.. samples[false]], tested = [.. samples[true]];
        if (candidates.Length < measurements.Max() || tested.Length < 2)
            throw new InvalidDataException($"{to}: {candidates.Length} networks to measure and {tested.Length} to test are in {from} too; {measurements.Max()} and 2 are needed");
        double[] oldLatencies = [.. tested.Select(s => splits[(s.Family, s.Seed)].LabelMs)];
        var study = new PlatformStudy(source, candidates, tested);
        return new PlatformStudyResult(
            old.Environment.PlatformName,
            LatencyDataset.Load(to).Environment.PlatformName,
            candidates.Length,
            tested.Length,
            Math.Exp(tested.Zip(oldLatencies, (s, o) => Math.Log(s.LatencyMs / o)).Average()),
            [new PlatformScore(PlatformMethod.Old, 0, [RegressionScores.Of(oldLatencies, study.OldPredictions())]), .. measurements.SelectMany(m => study.Scores(m, draws, cancellation))]);
    }

    private double[] OldPredictions() => [.. _testedRows.Select(row => Math.Exp(LogOf(row)))];

    private IEnumerable<PlatformScore> Scores(int measurements, int draws, CancellationToken cancellation)
    {
        var drawn = Enumerable.Range(1, draws).Select(draw =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Score([.. SampleOrder.Of(_candidates.Length, draw, epoch: -1).Take(measurements)]);
        }).ToList();
        return
        [
            new(PlatformMethod.Factor, measurements, [.. drawn.Select(d => d.Factor)]),
            new(PlatformMethod.Linear, measurements, [.. drawn.Select(d => d.Linear)]),
            new(PlatformMethod.Adapted, measurements, [.. drawn.Select(d => d.Adapted)]),
        ];
    }

    private (RegressionScores Factor, RegressionScores Linear, RegressionScores Adapted) Score(int[] measured)
    {
        double[] logs = [.. measured.Select(m => Math.Log(_candidates[m].LatencyMs))];
        double factor = measured.Select((m, i) => logs[i] - LogOf(_candidateRows[m])).Average();
        var linear = LinearBaseline.Fit([.. measured.Select(m => _candidates[m])]);
        double[] weights = new HeadFit(_kinds, [.. measured.Select(m => _candidateRows[m])], logs).Weights();
        double[] truth = [.. _tested.Select(s => s.LatencyMs)];
        return (
            RegressionScores.Of(truth, [.. _testedRows.Select(row => Math.Exp(LogOf(row) + factor))]),
            RegressionScores.Of(truth, [.. _tested.Select(linear.Predict)]),
            RegressionScores.Of(truth, [.. _testedRows.Select(row => Math.Exp(TensorPrimitives.Dot<double>(weights, row)))]));
    }

    private double LogOf(double[] row) => row[_kinds.ToList().IndexOf(HeadFeatureKind.Prediction)];
}
