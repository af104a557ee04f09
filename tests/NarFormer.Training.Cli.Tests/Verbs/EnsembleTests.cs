using System.Text.Json.Nodes;
using NarFormer.Graphs.Cells;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class EnsembleTests : IDisposable
{
    private readonly TinyCells _cells = new();

    [Fact]
    public async Task Members_of_a_study_become_one_predictor_that_predicts_their_mean()
    {
        var study = await CommandLine.RunAsync("study", _cells.Study("\"seeds\": [1], \"ensemble\": 3"), "--out", _cells.At("out"), "--threads", "1", "--json");
        study.Code.ShouldBe(ExitCode.Ok, study.Error);
        string[] runs = [.. Enumerable.Range(1, 3).SelectMany(n => new[] { "--run", _cells.At("out", "recipe", "seed-1", $"member-{n}") })];

        var evaluation = await CommandLine.RunAsync(["evaluate", .. runs, "--json"]);
        evaluation.Code.ShouldBe(ExitCode.Ok, evaluation.Error);
        JsonNode.DeepEquals(JsonNode.Parse(evaluation.Output), JsonNode.Parse(study.Output)!["runs"]![0]!["test"]).ShouldBeTrue();

        string file = _cells.At("mean.onnx");
        var export = await CommandLine.RunAsync(["export", .. runs, "-o", file, "--json"]);
        export.Code.ShouldBe(ExitCode.Ok, export.Error);
        JsonNode.Parse(export.Output)!["networks"]!.GetValue<int>().ShouldBe(3);
        JsonNode.Parse(export.Output)!["largestRelativeDifference"]!.GetValue<double>().ShouldBeLessThan(1e-5);

        using var predictor = CellPredictor.Load(file);
        var session = CellSession.Load(RecipeFile.Read(_cells.At("out", "recipe", "seed-1", "member-1", "recipe.json")));
        using var members = session.Trained(RunFolder.OpenEnsemble([.. runs.Where(r => r != "--run")]));
        CellArchitecture[] cells = [.. NasBench201.All().Take(40)];
        double[] mean = members.Predict([.. cells.Select(predictor.Encode)]);
        double[] expected = [.. mean.Select(s => CellPredictor.ValueOf(s, predictor.Description.Cells!.Calibration))];
        foreach (var (p, e) in predictor.PredictMany(cells).Zip(expected)) p.ShouldBe(e, 1e-4 * Math.Abs(e));
    }

    [Fact]
    public async Task Networks_of_measured_latency_are_averaged_too()
    {
        using var networks = new TinyDataset();
        foreach (string seed in new[] { "1", "2" })
            await CommandLine.RunAsync("fit", networks.Recipe, "--run", networks.Run + seed, "--seed", seed, "--threads", "1");
        var export = await CommandLine.RunAsync("export", "--run", networks.Run + "1", "--run", networks.Run + "2", "-o", Path.Combine(networks.Folder, "mean.onnx"));
        export.Code.ShouldBe(ExitCode.Ok, export.Error);
        using var predictor = Predictor.Load(Path.Combine(networks.Folder, "mean.onnx"));
        predictor.Description.Scores["test"].Networks.ShouldBe(4);
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", networks.Run + "1", "--run", networks.Run + "2", "--json");
        var scores = JsonNode.Parse(evaluation.Output)!["predictors"]![0]!["scores"]!["all"]!;
        scores["mape"]!.GetValue<double>().ShouldBe(predictor.Description.Scores["test"].Mape, 1e-12);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public async Task Random_splits_have_to_be_the_same(int? splitSeed)
    {
        string recipe = _cells.Recipe;
        var json = JsonNode.Parse(await File.ReadAllTextAsync(recipe, TestContext.Current.CancellationToken))!;
        json["cells"]!["splitSeed"] = splitSeed;
        await File.WriteAllTextAsync(recipe, json.ToJsonString(), TestContext.Current.CancellationToken);
        foreach (string seed in new[] { "1", "2" }) await CommandLine.RunAsync("fit", recipe, "--run", _cells.At(seed), "--seed", seed, "--threads", "1");

        var export = await CommandLine.RunAsync("export", "--run", _cells.At("1"), "--run", _cells.At("2"), "-o", _cells.At("mean.onnx"));
        export.Code.ShouldBe(splitSeed is null ? ExitCode.Failed : ExitCode.Ok, export.Error);
        if (splitSeed is null) export.Error.ShouldContain("splitSeed");
        else Training("1").ShouldBe(Training("2"));
    }

    public void Dispose() => _cells.Dispose();

    private string[] Training(string run) => [.. CellSession.Load(RecipeFile.Read(_cells.At(run, "recipe.json"))).Samples.Training.Select(s => s.Id)];
}
