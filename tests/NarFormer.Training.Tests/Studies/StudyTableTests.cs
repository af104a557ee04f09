using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;
using NarFormer.Training.Studies;

namespace NarFormer.Training.Tests.Studies;

public sealed class StudyTableTests
{
    private static readonly TrainingRecipe Latency = new()
    {
        Dataset = "/data",
        Encoding = "universal",
        Network = [],
        Loss = LossKind.LogHuber,
        Epochs = 1,
        BatchSize = 1,
        LearningRate = 0.1,
    };

    private static readonly TrainingRecipe Cells = Latency with { Cells = new CellRecipe { Space = "s", TrainingLabel = "v", TestLabel = "t", Training = 5 } };

    [Fact]
    public void Cells_are_ranked()
    {
        string table = StudyTable.Of(Of(Cells, ensemble: 1), [Run("a", 1, 0.8, 10), Run("a", 2, 0.9, 20), Run("b", 1, 0.7, 5)]);
        table.ShouldBe("""
            # sizes

            | variation | runs | tau | Spearman | P@5 % | N@10 | regret | validation tau | training, s |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            | a | 2 | 0.8500 ± 0.0707 | 0.5000 ± 0.0000 | 0.500 ± 0.000 | 3.0 ± 0.0 | 0.01000 ± 0.00000 | 0.8500 | 15.0 |
            | b | 1 | 0.7000 | 0.5000 | 0.500 | 3.0 | 0.01000 | 0.7000 | 5.0 |

            Seeds 1, 2. Scores are those on the test split, mean ± sample standard deviation over runs; validation and training are means, training is wall time of all epochs of a run on 1 thread.

            """);
    }

    [Fact]
    public void Latencies_are_measured_by_their_errors()
    {
        string[] lines = StudyTable.Of(Of(Latency, ensemble: 1), [Run("a", 1, 0.8, 10)]).Split('\n');
        lines[2].ShouldBe("| variation | runs | MAPE | Acc(10 %) | Acc(5 %) | tau | validation MAPE | training, s | parameters |");
        lines[4].ShouldBe("| a | 1 | 2.00 % | 90.0 % | 70.0 % | 0.8000 | 2.00 % | 10.0 | 1,234 |");
    }

    [Fact]
    public void Two_axes_are_a_matrix_of_each_score_with_means()
    {
        var study = Of(Latency, ensemble: 1) with { Matrix = true, Variations = [.. new[] { "v2", "ours" }.SelectMany(m => new[] { "bert", "vgg" }, (m, f) => new Variation([m, f], Latency))] };
        string table = StudyTable.Of(study, [Run("v2 bert", 1, 0.8, 1), Run("v2 vgg", 1, 0.6, 1), Run("ours bert", 1, 0.9, 1)]);
        table.ShouldContain("## MAPE");
        table.ShouldContain("""
            ## tau

            |  | v2 | ours |
            | --- | ---: | ---: |
            | bert | 0.8000 | 0.9000 |
            | vgg | 0.6000 | – |
            | mean | 0.7000 | – |

            """);
    }

    [Fact]
    public void Errors_stand_by_family_where_asked()
    {
        var families = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal) { ["vgg"] = Scores(0.5), ["bert"] = Scores(0.5) };
        string table = StudyTable.Of(Of(Latency, ensemble: 1) with { ByFamily = true }, [Run("a", 1, 0.8, 10) with { Families = families }, Run("b", 1, 0.8, 10)]);
        table.ShouldEndWith("""
            ## MAPE by family

            | family | a | b |
            | --- | ---: | ---: |
            | bert | 2.00 % | – |
            | vgg | 2.00 % | – |

            """);
    }

    [Fact]
    public void An_ensemble_stands_above_its_members()
    {
        var scores = Scores(0.6);
        var run = Run("a", 1, 0.9, 20) with { Members = [new MemberRun(1, 1, 1, 9, scores, scores), new MemberRun(2, 1, 1, 11, scores, scores)] };
        string[] lines = StudyTable.Of(Of(Cells, ensemble: 2), [run]).Split('\n');
        lines[4].ShouldStartWith("| a | 1 | 0.9000 |");
        lines[5].ShouldStartWith("| a, one network | 2 | 0.6000 ± 0.0000 |");
        lines[5].ShouldEndWith("| 10.0 |");
    }

    private static Study Of(TrainingRecipe recipe, int ensemble) => new()
    {
        Name = "sizes",
        Variations = [new Variation(["a"], recipe), new Variation(["b"], recipe), new Variation(["c"], recipe)],
        Seeds = [1, 2],
        Ensemble = ensemble,
    };

    private static StudyRun Run(string variation, long seed, double tau, double seconds) =>
        new(variation, seed, Threads: 1, seconds, Scores(tau), Scores(tau), []) { Parameters = 1_234 };

    private static Dictionary<string, double> Scores(double tau) => new(StringComparer.Ordinal)
    {
        ["kendallTau"] = tau,
        ["spearman"] = 0.5,
        ["precisionAt5Percent"] = 0.5,
        ["bestRankAt10"] = 3,
        ["regret"] = 0.01,
        ["mape"] = 0.02,
        ["acc10"] = 0.9,
        ["acc5"] = 0.7,
    };
}
