using System.Text.Json.Nodes;
using NarFormer.Testing;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class ExplainCheckVerbTests : IDisposable
{
    private static readonly string Predictor = Path.Combine(SharedData.Repository(), "predictors", "latency-ort-cpu.onnx");

    private readonly TinyDataset _dataset = new();

    [Fact]
    public async Task Families_take_turns_and_every_kernel_is_listed()
    {
        var run = await CommandLine.RunAsync("explain-check", "--data", Path.Combine(_dataset.Folder, "data"), "--predictor", Predictor, "--count", "2", "--runs", "2", "--json");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        JsonNode[] networks = [.. run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        networks.Length.ShouldBe(2);
        foreach (var network in networks)
        {
            var kernels = network["kernels"]!.AsArray();
            kernels.Sum(k => k!["nodes"]!.AsArray().Count).ShouldBe((int)network["nodes"]!);
            kernels.Sum(k => (double)k!["predictedMs"]!).ShouldBe((double)network["predictedMs"]!, 1e-4 * (double)network["predictedMs"]!);
            ((double)network["matchedTime"]!).ShouldBeInRange(0.5, 1);
            ((double)network["spearman"]!).ShouldBeInRange(-1, 1);
        }
    }

    [Fact]
    public async Task Text_ends_with_mean_and_median()
    {
        var run = await CommandLine.RunAsync("explain-check", "--data", Path.Combine(_dataset.Folder, "data"), "--predictor", Predictor, "--count", "2", "--runs", "2");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldSatisfyAllConditions(o => o.ShouldContain("Spearman"), o => o.ShouldContain("mean"), o => o.ShouldContain("median"));
    }

    [Theory]
    [InlineData("--count", "0")]
    [InlineData("--runs", "1")]
    public async Task A_bad_option_is_named(string option, string value)
    {
        var run = await CommandLine.RunAsync("explain-check", option, value);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(option);
    }

    public void Dispose() => _dataset.Dispose();
}
