using System.Globalization;
using System.Text.Json.Nodes;
using NarFormer.Graphs.Cells;
using NarFormer.Testing;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class TransferVerbTests : IDisposable
{
    private const string Recipe = """
        {
          "cells": "cells.csv", "latencies": "latency.csv",
          "features": [{ "encoding": "cell-1" }, { "encoding": "places" }],
          "trainingDevices": ["a", "b", "c"], "validationDevices": [], "testDevices": ["d"],
          "known": 60, "queries": 40, "measurements": [6, 12], "draws": 3
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("transfer").FullName;

    [Fact]
    public async Task A_new_device_is_ordered_after_a_few_measurements()
    {
        await WriteDevices(Recipe);
        var run = await CommandLine.RunAsync("transfer", "devices", At("recipe.json"), "--json");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        var result = JsonNode.Parse(run.Output)!;
        result["beliefs"]!.AsArray().Sum(b => b!["probability"]!.GetValue<double>()).ShouldBe(1, 1e-6);
        var adapted = result["scores"]!.AsArray().Single(s => s!["device"]!.ToString() == "d" && s["protocol"]!.ToString() == "all" && s["method"]!.ToString() == "adapted" && s["measurements"]!.GetValue<int>() == 12)!;
        adapted["spearman"]!.AsArray().Count.ShouldBe(3);
        adapted["spearman"]!.AsArray().Average(s => s!.GetValue<double>()).ShouldBeGreaterThan(0.8);
        result["recipe"]!["cells"]!.ToString().ShouldBe("cells.csv");

        var text = await CommandLine.RunAsync("transfer", "devices", At("recipe.json"));
        text.Output.ShouldContain("test devices, protocol published");
        text.Output.ShouldContain("| adapted | 12 |");
    }

    [Theory]
    [InlineData("\"d\"", "\"e\"", "there is no column 'e'")]
    [InlineData("\"d\"", "\"a\"", "'a' stands there twice")]
    [InlineData("\"known\": 60", "\"known\": 20", "known")]
    [InlineData("\"known\"", "\"unknown\"", "unknown")]
    [InlineData("\"queries\": 40", "\"queries\": 4000", "latency.csv")]
    [InlineData("cell-1", "cell-9", "cell-9")]
    public async Task What_is_wrong_with_a_recipe_is_named(string old, string wrong, string message)
    {
        await WriteDevices(Recipe.Replace(old, wrong, StringComparison.Ordinal));
        var run = await CommandLine.RunAsync("transfer", "devices", At("recipe.json"));
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task A_platform_of_twice_the_latency_needs_few_measurements()
    {
        using var dataset = new TinyDataset();
        string from = Path.Combine(dataset.Folder, "data"), to = Directory.CreateDirectory(At("plain")).FullName;
        await Copy("environment.json", text => text.Replace("\"ort-cpu\"", "\"ort-cpu-plain\"", StringComparison.Ordinal));
        await Copy("networks.csv", text => string.Join('\n', text.TrimEnd().Split('\n').Select((line, i) => i == 0 ? line : Doubled(line))) + "\n");
        string predictor = Path.Combine(SharedData.Repository(), "predictors", "latency-ort-cpu.onnx");

        var run = await CommandLine.RunAsync("transfer", "platform", "--predictor", predictor, "--from", from, "--to", to, "--measurements", "5", "--draws", "2");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldContain("ort-cpu-plain");
        run.Output.ShouldContain("2.00 times its latencies");
        run.Output.ShouldContain("| adapted | 5 |");
        var scores = JsonNode.Parse((await CommandLine.RunAsync("transfer", "platform", "--predictor", predictor, "--from", from, "--to", to, "--measurements", "5", "--draws", "2", "--json")).Output)!["scores"]!.AsArray();
        scores.Single(s => s!["method"]!.ToString() == "adapted")!["draws"]!.AsArray().Count.ShouldBe(2);
        scores.Single(s => s!["method"]!.ToString() == "one factor")!["draws"]![0]!["mape"]!.GetValue<double>().ShouldBeLessThan(0.2);

        var many = await CommandLine.RunAsync("transfer", "platform", "--predictor", predictor, "--from", from, "--to", to);
        many.Code.ShouldBe(ExitCode.Failed);
        many.Error.ShouldContain("100 and 2 are needed");

        async Task Copy(string name, Func<string, string> change) => await File.WriteAllTextAsync(
            Path.Combine(to, name), change(await File.ReadAllTextAsync(Path.Combine(from, name), TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("--measurements", "3")]
    [InlineData("--draws", "0")]
    public async Task A_bad_option_is_named(string option, string value)
    {
        var run = await CommandLine.RunAsync("transfer", "platform", "--predictor", "p", "--from", "f", "--to", "t", option, value);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(option);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Doubled(string line)
    {
        string[] fields = line.Split(',');
        fields[7] = (2 * double.Parse(fields[7], CultureInfo.InvariantCulture)).ToString("G6", CultureInfo.InvariantCulture);
        return string.Join(',', fields);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private async Task WriteDevices(string recipe)
    {
        string[] all = [.. NasBench201.All().Select(c => c.Id).Where((_, i) => i % 127 == 0)];
        string[] cells = [.. all.Select((_, i) => all[i * 53 % all.Length]).Distinct()];
        await File.WriteAllLinesAsync(At("cells.csv"), ["index,arch", .. cells.Select((c, i) => $"{i},{c}")], TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(At("latency.csv"), ["index,a,b,c,d", .. cells.Select(Row)], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("recipe.json"), recipe, TestContext.Current.CancellationToken);

        static string Row(string cell, int index)
        {
            int threes = cell.Split("conv_3x3").Length, ones = cell.Split("conv_1x1").Length, pools = cell.Split("pool").Length;
            return string.Create(CultureInfo.InvariantCulture, $"{index},{(9 * threes) + ones + pools},{(5 * threes) + (3 * ones) + pools},{threes + ones + (4 * pools)},{2 + (6 * threes) + (2 * ones) + (2 * pools)}");
        }
    }
}
