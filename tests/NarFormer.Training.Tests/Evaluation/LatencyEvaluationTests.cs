using NarFormer.Training.Evaluation;
using NarFormer.Training.Samples;
using NarFormer.Training.Tests.Fitting;

namespace NarFormer.Training.Tests.Evaluation;

public sealed class LatencyEvaluationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evaluation").FullName;
    private readonly SampleSet _samples = new(SyntheticSamples.Of(40, 1), SyntheticSamples.Of(39, 2), SyntheticSamples.Of(20, 3));

    [Fact]
    public void Scores_the_network_beside_both_baselines()
    {
        var evaluation = LatencyEvaluation.Of(_samples, "test", Tenth);

        evaluation.Predictors.Select(p => p.Name).ShouldBe(["network", "linear", "constant"]);
        evaluation.Predictors[0].Scores.All.Mape.ShouldBe(0.1, 1e-9);
        evaluation.Predictors[2].Scores.All.Mape.ShouldBeGreaterThan(0.1);
        evaluation.IntervalLogWidth.ShouldBe(Math.Log(1.1), 1e-9);
    }

    [Fact]
    public void The_table_of_predictions_has_a_row_for_each_network()
    {
        string path = Path.Combine(_folder, "predictions.csv");
        PredictionTable.Write(LatencyEvaluation.Of(_samples, "test", Tenth), path);

        string[] lines = File.ReadAllLines(path);
        lines.Length.ShouldBe(21);
        lines[0].ShouldBe("family,seed,nodes,latencyMs,network,linear,constant");
        lines[1].ShouldStartWith("chain,0,0,");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static double[] Tenth(IReadOnlyList<TrainingSample> samples) => [.. samples.Select(s => s.LatencyMs * 1.1)];
}
