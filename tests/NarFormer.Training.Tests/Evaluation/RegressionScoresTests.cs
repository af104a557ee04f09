using System.Text.Json;
using NarFormer.Testing;
using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Tests.Evaluation;

public sealed class RegressionScoresTests
{
    [Fact]
    public void Agree_with_SciPy_on_vectors_with_ties()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(SharedData.Path("golden", "metrics.json")));
        foreach (var entry in golden.RootElement.EnumerateArray())
        {
            double[] Values(string key) => [.. entry.GetProperty(key).EnumerateArray().Select(v => v.GetDouble())];
            double Value(string key) => entry.GetProperty(key).GetDouble();

            var scores = RegressionScores.Of(Values("truth"), Values("prediction"));

            scores.KendallTau.ShouldBe(Value("kendall_tau_b"), 1e-12);
            scores.Spearman.ShouldBe(Value("spearman"), 1e-12);
            scores.Pearson.ShouldBe(Value("pearson"), 1e-12);
            scores.Mape.ShouldBe(Value("mape"), 1e-12);
            scores.Acc10.ShouldBe(Value("acc10"), 1e-12);
            scores.Acc5.ShouldBe(Value("acc5"), 1e-12);
            scores.Acc1.ShouldBe(Value("acc1"), 1e-12);
        }
    }

    [Fact]
    public void Count_an_error_that_lies_on_the_bound() =>
        RegressionScores.Of([2.0, 4.0], [2.5, 4.0]).Acc10.ShouldBe(0.5);

    [Fact]
    public void Refuse_lists_of_different_length() =>
        Should.Throw<ArgumentException>(() => RegressionScores.Of([1.0, 2.0], [1.0]));
}
