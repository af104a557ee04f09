using System.Globalization;
using NarFormer.Graphs.Cells;

namespace NarFormer.Training.Cli.Tests;

/// <summary>A few cells of NAS-Bench-201 with made-up accuracies, beside a recipe for them.</summary>
internal sealed class TinyCells : IDisposable
{
    private const int EveryNth = 247;

    public TinyCells()
    {
        var rows = NasBench201.All().Where((_, i) => i % EveryNth == 0).Select(c => c.Id).Select(arch =>
        {
            double accuracy = 0.2 + (0.1 * arch.Split("conv").Length) + (0.02 * arch.Split("skip").Length);
            return string.Create(CultureInfo.InvariantCulture, $"{arch},{accuracy},{accuracy + 0.01}");
        });
        File.WriteAllLines(Path.Combine(Folder, "cells.csv"), ["arch,valid,test", .. rows]);
        File.WriteAllText(Recipe, """
            {
              "dataset": "cells.csv",
              "encoding": "cell",
              "cells": { "space": "nasbench201", "trainingLabel": "valid", "testLabel": "test", "training": 20, "validation": 12 },
              "ranking": { "kind": "logistic", "weight": 1 },
              "network": { "hidden": 16, "layers": 1, "stem": "linear", "edges": "both", "residualAttention": true },
              "loss": "log-huber", "epochs": 3, "batchSize": 10, "learningRate": 0.003, "averageDecay": 0.9
            }
            """);
    }

    /// <summary>The texts of <paramref name="count"/> cells.</summary>
    public static IEnumerable<string> Codes(int count) => NasBench201.All().Where((_, i) => i % EveryNth == 0).Take(count).Select(c => c.Id);

    public string Folder { get; } = Directory.CreateTempSubdirectory("cells").FullName;

    public string Recipe => Path.Combine(Folder, "recipe.json");

    public string At(params string[] names) => Path.Combine([Folder, .. names]);

    public string Study(string rest)
    {
        string path = At("study.json");
        File.WriteAllText(path, "{ \"recipe\": \"recipe.json\", " + rest + " }");
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
