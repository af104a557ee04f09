using System.Globalization;
using System.Text.Json.Nodes;
using NarFormer.Graphs.Cells;

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
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private Task Write(string name, string[] lines) => File.WriteAllLinesAsync(At(name), lines, TestContext.Current.CancellationToken);
}
