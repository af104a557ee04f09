using System.Text.Json.Nodes;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class FitAndEvaluateTests : IDisposable
{
    private readonly TinyDataset _dataset = new();

    [Fact]
    public async Task A_fitted_network_is_evaluated_beside_the_baselines()
    {
        var fit = await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1", "--json");
        fit.Code.ShouldBe(ExitCode.Ok, fit.Error);
        JsonNode.Parse(fit.Output)!["epochs"]!.GetValue<int>().ShouldBe(2);
        fit.Error.ShouldContain("epoch 2/2");

        var evaluation = await CommandLine.RunAsync("evaluate", "--run", _dataset.Run, "--json");
        evaluation.Code.ShouldBe(ExitCode.Ok, evaluation.Error);
        var predictors = JsonNode.Parse(evaluation.Output)!["predictors"]!.AsArray();
        predictors.Select(p => p!["name"]!.GetValue<string>()).ShouldBe(["network", "linear", "constant"]);
        predictors[0]!["scores"]!["all"]!["count"]!.GetValue<int>().ShouldBe(4);
        File.ReadAllLines(Path.Combine(_dataset.Run, "predictions-test.csv")).Length.ShouldBe(5);

        var table = await CommandLine.RunAsync("evaluate", "--run", _dataset.Run, "--split", "validation");
        table.Output.ShouldContain("network MAPE");
        table.Output.ShouldContain("all");
    }

    [Fact]
    public async Task A_finished_training_is_not_trained_again()
    {
        await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1");
        byte[] weights = await File.ReadAllBytesAsync(Path.Combine(_dataset.Run, "best.safetensors"), TestContext.Current.CancellationToken);
        var again = await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1");
        again.Code.ShouldBe(ExitCode.Ok, again.Error);
        again.Error.ShouldNotContain("epoch");
        File.ReadAllBytes(Path.Combine(_dataset.Run, "best.safetensors")).ShouldBe(weights);
    }

    [Fact]
    public async Task Another_seed_in_the_same_folder_is_an_error()
    {
        await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1");
        var other = await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1", "--seed", "2");
        other.Code.ShouldBe(ExitCode.Failed);
        other.Error.ShouldContain("another recipe");
    }

    public void Dispose() => _dataset.Dispose();
}
