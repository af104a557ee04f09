using System.Globalization;
using System.Text.Json.Nodes;
using NarFormer.Graphs.Cells;
using NarFormer.Onnx;
using NarFormer.Zoo.Spaces;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class LatencyOfCellsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("latencies").FullName;

    [Fact]
    public async Task Latencies_of_a_table_are_trained_on_and_the_fastest_cell_is_the_best()
    {
        CellArchitecture[] cells = [.. NasBenchMacro.All().Where((_, i) => i % 100 == 0)];
        await Write("cells.csv", ["code,split", .. cells.Select((c, i) => $"{c.Id},{(i < 40 ? "train" : "test")}")]);
        await Write("latency.csv", ["id,ms", .. cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Id},{1 + c.Id.Sum(digit => digit - '0')}"))]);
        await Write("recipe.json", ["""
            {
              "dataset": "cells.csv",
              "labels": "latency.csv",
              "encoding": "cell",
              "cells": {
                "space": "nasbenchmacro", "trainingLabel": "ms", "testLabel": "ms", "unit": "ms", "lowestIsBest": true, "criterion": "mape",
                "training": 30, "validation": 10, "split": "file"
              },
              "ranking": { "weight": 0 },
              "network": { "hidden": 16, "layers": 1, "stem": "linear", "edges": "both", "residualAttention": true, "readout": "sumWithStatics", "dropout": 0 },
              "loss": "log-huber", "epochs": 60, "batchSize": 10, "learningRate": 0.01
            }
            """]);
        string run = At("run"), predictor = At("predictor.onnx");

        var fit = await CommandLine.RunAsync("fit", At("recipe.json"), "--run", run, "--threads", "1", "--json");
        fit.Code.ShouldBe(ExitCode.Ok, fit.Error);
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", run);
        evaluation.Output.ShouldContain("26 cells: MAPE");
        var scores = JsonNode.Parse((await CommandLine.RunAsync("evaluate", "--run", run, "--json")).Output)!;
        scores["mape"]!.GetValue<double>().ShouldBeLessThan(0.3);
        await Write("study.json", ["""{ "recipe": "recipe.json", "seeds": [1] }"""]);
        var study = await CommandLine.RunAsync("study", At("study.json"), "--out", At("study"), "--threads", "1");
        study.Code.ShouldBe(ExitCode.Ok, study.Error);
        File.ReadAllText(Path.Combine(At("study"), "table.md")).ShouldContain("| MAPE | tau | Spearman | validation MAPE |");
        var export = await CommandLine.RunAsync("export", "--run", run, "-o", predictor);
        export.Code.ShouldBe(ExitCode.Ok, export.Error);
        using var loaded = CellPredictor.Load(predictor);
        loaded.LowestIsBest.ShouldBeTrue();
        loaded.Description.Unit.ShouldBe("ms");
        loaded.Predict(NasBenchMacro.Parse("00000000")).ShouldBeLessThan(loaded.Predict(NasBenchMacro.Parse("22222222")));

        // Another device takes four times as long.
        var few = cells.Where((_, i) => i % 6 == 0);
        await Write("few.csv", ["code,latencyMs", .. few.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Id},{4 * loaded.Predict(c)}"))]);
        var adapt = await CommandLine.RunAsync("adapt", "--predictor", predictor, "--labels", At("few.csv"), "--platform", "other", "-o", At("other.onnx"));
        adapt.Code.ShouldBe(ExitCode.Ok, adapt.Error);
        using var adapted = CellPredictor.Load(At("other.onnx"));
        double expected = 4 * loaded.Predict(cells[1]);
        adapted.Predict(cells[1]).ShouldBe(expected, 0.1 * expected);
        await Write("few.csv", ["code,latencyMs", "00000000,1", "00000001,0"]);
        (await CommandLine.RunAsync("adapt", "--predictor", predictor, "--labels", At("few.csv"), "--platform", "other", "-o", At("other.onnx"))).Error.ShouldContain("few.csv:3: latencyMs");
    }

    [Fact]
    public async Task Architectures_are_trained_on_as_whole_networks_and_predicted_from_ONNX_files()
    {
        string[] codes = [.. NasBenchMacro.All().Where((_, i) => i % 160 == 0).Select(c => c.Id)];
        await Write("codes.csv", ["code,ms", .. codes.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c},{1 + c.Sum(digit => digit - '0')}"))]);
        const string Recipe = """
            {
              "dataset": "codes.csv",
              "encoding": "universal",
              "cells": {
                "space": "nasbenchmacro", "as": "network", "trainingLabel": "ms", "testLabel": "ms", "unit": "ms", "lowestIsBest": true, "criterion": "mape",
                "training": 25, "validation": 6
              },
              "ranking": { "weight": 0 },
              "network": { "hidden": 16, "layers": 1, "stem": "linear", "edges": "both", "residualAttention": true, "readout": "sumOfNodeCosts", "dropout": 0 },
              "loss": "log-huber", "epochs": 40, "batchSize": 5, "learningRate": 0.003
            }
            """;
        await Write("recipe.json", [Recipe]);
        string run = At("run"), predictor = At("networks.onnx");

        var fit = await CommandLine.RunAsync("fit", At("recipe.json"), "--run", run, "--threads", "1");
        fit.Code.ShouldBe(ExitCode.Ok, fit.Error);
        (await CommandLine.RunAsync("evaluate", "--run", run)).Output.ShouldContain("11 cells: MAPE");
        var export = await CommandLine.RunAsync("export", "--run", run, "-o", predictor);
        export.Code.ShouldBe(ExitCode.Ok, export.Error);
        using var loaded = Predictor.Load(predictor);
        (loaded.Description.Encoding, loaded.Description.Predicts, loaded.Description.Platform, loaded.Description.Members).ShouldBe(("universal-3", "latency", "ms", 1));
        Latency("00000000").ShouldBeLessThan(Latency("22222222"));

        await Write("recipe.json", [Recipe.Replace("nasbenchmacro", "fbnet", StringComparison.Ordinal)]);
        var wrong = await CommandLine.RunAsync("fit", At("recipe.json"), "--run", At("wrong"));
        wrong.Code.ShouldBe(ExitCode.Failed);
        wrong.Error.ShouldContain("codes.csv:1: there is no column 'op_names'");

        double Latency(string code) => loaded.Predict(new OnnxReader().Read(SpaceCatalog.Find("nasbenchmacro").Build(code), code)).Value;
    }

    [Fact]
    public async Task A_code_that_the_space_does_not_have_is_an_error_with_its_line()
    {
        await Write("codes.csv", ["code,ms", "00000000,1", "00000003,1", "00000001,1", "00000002,1", "00000010,1", "00000011,1"]);
        await Write("recipe.json", ["""
            {
              "dataset": "codes.csv", "encoding": "universal",
              "cells": { "space": "nasbenchmacro", "as": "network", "trainingLabel": "ms", "testLabel": "ms", "training": 2, "validation": 2 },
              "network": {}, "loss": "mape", "epochs": 1, "batchSize": 1, "learningRate": 0.01
            }
            """]);
        var fit = await CommandLine.RunAsync("fit", At("recipe.json"), "--run", At("run"));
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain("codes.csv:3:");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private Task Write(string name, string[] lines) => File.WriteAllLinesAsync(At(name), lines, TestContext.Current.CancellationToken);
}
