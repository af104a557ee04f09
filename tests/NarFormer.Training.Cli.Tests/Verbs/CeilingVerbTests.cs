using System.Text.Json.Nodes;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class CeilingVerbTests : IDisposable
{
    private readonly TinyCells _cells = new();

    [Fact]
    public async Task Labels_of_one_order_have_a_tau_of_one()
    {
        var run = await CommandLine.RunAsync("ceiling", _cells.Recipe, "--json");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        var ceiling = JsonNode.Parse(run.Output)!;
        ceiling["trainingLabel"]!["test"]!.GetValue<double>().ShouldBe(1, 1e-12);
        ceiling["cells"]!.GetValue<int>().ShouldBe(64);
        (await CommandLine.RunAsync("ceiling", _cells.Recipe)).Output.ShouldContain("valid, mean of cells alike");
    }

    [Fact]
    public async Task A_recipe_for_networks_is_refused()
    {
        string recipe = _cells.At("networks.json");
        await File.WriteAllTextAsync(recipe, """{ "dataset": ".", "encoding": "universal", "network": {}, "loss": "mape", "epochs": 1, "batchSize": 1, "learningRate": 0.1 }""", TestContext.Current.CancellationToken);
        var run = await CommandLine.RunAsync("ceiling", recipe);
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("cells");
    }

    public void Dispose() => _cells.Dispose();
}
