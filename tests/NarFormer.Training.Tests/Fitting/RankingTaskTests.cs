using System.Text.Json.Nodes;
using NarFormer.Training.Fitting;
using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Fitting;

public sealed class RankingTaskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ranking").FullName;

    [Theory]
    [InlineData(RankingKind.Difference)]
    [InlineData(RankingKind.Hinge)]
    [InlineData(RankingKind.Logistic)]
    public void Learns_an_order(RankingKind kind)
    {
        var recipe = new TrainingRecipe
        {
            Dataset = _folder,
            Encoding = "paper",
            Network = new JsonObject(),
            Loss = LossKind.LogHuber,
            Epochs = 60,
            BatchSize = 10,
            LearningRate = 0.02,
            ClipNorm = 1,
        };
        random.manual_seed(1);
        using var network = new SumOfNodes(SyntheticSamples.Features, dropout: 0);
        using var task = new RankingTask(recipe, new RankingRecipe { Kind = kind, Weight = 0.1, Margin = 1 }, Cells(80, 1), Cells(40, 2));
        var outcome = new Trainer(recipe, network, RunFolder.Start(Path.Combine(_folder, "run"), recipe), TimeProvider.System)
            .Fit(task, progress: null, TestContext.Current.CancellationToken);
        outcome.Criterion.ShouldBe(Criterion.KendallTau);
        outcome.BestScore.ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void Learns_values_where_mape_is_the_criterion()
    {
        var recipe = new TrainingRecipe
        {
            Dataset = _folder,
            Encoding = "paper",
            Cells = new CellRecipe { Space = "a", TrainingLabel = "ms", TestLabel = "ms", Training = 80, Criterion = CellCriterion.Mape },
            Network = new JsonObject(),
            Loss = LossKind.LogHuber,
            Epochs = 60,
            BatchSize = 10,
            LearningRate = 0.02,
        };
        random.manual_seed(1);
        using var network = new SumOfNodes(SyntheticSamples.Features, dropout: 0);
        using var task = new RankingTask(recipe, new RankingRecipe { Weight = 0 }, Cells(80, 1), Cells(40, 2));
        var outcome = new Trainer(recipe, network, RunFolder.Start(Path.Combine(_folder, "run"), recipe), TimeProvider.System)
            .Fit(task, progress: null, TestContext.Current.CancellationToken);
        outcome.Criterion.ShouldBe(Criterion.Mape);
        outcome.BestScore.ShouldBeLessThan(0.1);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CellSample[] Cells(int count, int seed) =>
        [.. SyntheticSamples.Of(count, seed).Select(s => new CellSample($"{s.Seed}", s.LatencyMs, s.LatencyMs, s.Network, [s.Network]))];
}
