using System.Globalization;
using System.Text.Json.Nodes;
using NarFormer.Graphs.Cells;
using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;
using NarFormer.Training.Search;

namespace NarFormer.Training.Tests.Search;

public sealed class SearchTests : IDisposable
{
    private const int Budget = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("search").FullName;
    private readonly TrainingRecipe _recipe;
    private readonly CandidateTable _table;

    public SearchTests()
    {
        string path = Path.Combine(_folder, "cells.csv");
        File.WriteAllLines(path, ["index,arch,accuracy", .. NasBench201.All().Select((cell, i) => string.Create(CultureInfo.InvariantCulture, $"{i},{cell.Id},{Accuracy(cell)}"))]);
        _recipe = new TrainingRecipe
        {
            Dataset = path,
            Encoding = "cell",
            Cells = new CellRecipe { Space = "nasbench201", TrainingLabel = "accuracy", TestLabel = "accuracy", LabelScale = 0.01, Training = 100 },
            Ranking = new RankingRecipe { Kind = RankingKind.Logistic, Weight = 1, Margin = 0.02 },
            Network = new JsonObject { ["hidden"] = 16, ["layers"] = 1, ["stem"] = "linear", ["residualAttention"] = true },
            Loss = LossKind.LogHuber,
            Epochs = 20,
            BatchSize = 16,
            LearningRate = 0.01,
            ClipNorm = 1,
        };
        _table = CandidateTable.Load(_recipe);
    }

    [Fact]
    public void A_search_asks_for_each_cell_once_and_keeps_to_its_budget()
    {
        foreach (ISearch search in new ISearch[] { new RandomSearch(), new RegularizedEvolution(), new GuidedSearch(_recipe) })
        {
            var trace = Trace(search, seed: 1);
            trace.Asked.Count.ShouldBe(Budget, search.Name);
            trace.Asked.Distinct().Count().ShouldBe(Budget, search.Name);
            trace.Regrets.Zip(trace.Regrets.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First);
        }
    }

    [Fact]
    public void A_predictor_finds_what_chance_does_not() =>
        Trace(new GuidedSearch(_recipe), seed: 2).Regrets[^1].ShouldBeLessThan(Trace(new RandomSearch(), seed: 2).Regrets[^1]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static double Accuracy(CellArchitecture cell)
    {
        var live = cell.Without("none");
        return 50 + (6 * live.Operations.Count(o => o == "nor_conv_3x3")) + (3 * live.Operations.Count(o => o == "nor_conv_1x1")) - live.Operations.Count(o => o == "avg_pool_3x3");
    }

    private SearchTrace Trace(ISearch search, int seed)
    {
        var trace = new SearchTrace(_table, Budget);
        search.Run(_table, trace, new Random(seed), TestContext.Current.CancellationToken);
        return trace;
    }
}
