using System.Text.Json.Nodes;
using NarFormer.Datasets.Tests.Cells;
using NarFormer.Graphs.Cells;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class NasBench101Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nasbench101").FullName;

    [Fact]
    public async Task The_published_records_are_trained_on_evaluated_and_exported()
    {
        CellArchitecture[] cells = [.. NasBench101.All().Where(c => c.Operations.Count > 2).Take(60)];
        await File.WriteAllBytesAsync(Path.Combine(_folder, "cells.tfrecord"), [.. cells.SelectMany(Record)], TestContext.Current.CancellationToken);
        string recipe = Path.Combine(_folder, "recipe.json"), run = Path.Combine(_folder, "run"), predictor = Path.Combine(_folder, "predictor.onnx");
        await File.WriteAllTextAsync(recipe, """
            {
              "dataset": "cells.tfrecord",
              "encoding": "cell",
              "cells": { "space": "nasbench101", "trainingLabel": "validation_accuracy", "testLabel": "test_accuracy", "training": 20, "validation": 10 },
              "ranking": { "kind": "logistic", "weight": 1 },
              "network": { "hidden": 16, "layers": 1, "stem": "linear", "edges": "both", "residualAttention": true },
              "loss": "log-huber", "epochs": 3, "batchSize": 10, "learningRate": 0.003, "averageDecay": 0.9
            }
            """, TestContext.Current.CancellationToken);

        var fit = await CommandLine.RunAsync("fit", recipe, "--run", run, "--threads", "1");
        fit.Code.ShouldBe(ExitCode.Ok, fit.Error);
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", run, "--json");
        evaluation.Code.ShouldBe(ExitCode.Ok, evaluation.Error);
        JsonNode.Parse(evaluation.Output)!["count"]!.GetValue<int>().ShouldBe(30);
        var export = await CommandLine.RunAsync("export", "--run", run, "-o", predictor);
        export.Code.ShouldBe(ExitCode.Ok, export.Error);
        using var loaded = CellPredictor.Load(predictor);
        loaded.PredictMany(cells).ShouldAllBe(accuracy => accuracy > 0 && accuracy < 10);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Record(CellArchitecture cell)
    {
        int nodes = cell.Operations.Count;
        string matrix = string.Concat(Enumerable.Range(0, nodes * nodes).Select(i => cell.Edges.Contains((i / nodes, i % nodes)) ? '1' : '0'));
        double accuracy = 0.5 + (0.05 * cell.Operations.Count(o => o.StartsWith("conv", StringComparison.Ordinal)));
        return TfRecordWriter.Record(NasBench101Hash.Of(cell), 108, matrix, string.Join(',', cell.Operations), accuracy, accuracy + 0.01);
    }
}
