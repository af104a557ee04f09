using NarFormer.Testing;

namespace NarFormer.Training.Cli.Tests;

/// <summary>A few networks of the repository's data set as a data set of their own, beside a recipe for them.</summary>
internal sealed class TinyDataset : IDisposable
{
    private const int NetworksOfASplit = 4;

    public TinyDataset()
        : this("alexnet")
    {
    }

    public TinyDataset(params string[] families)
    {
        string source = Path.Combine(SharedData.Repository(), "data", "latency-ort-cpu");
        string folder = Directory.CreateDirectory(Path.Combine(Folder, "data")).FullName;
        File.Copy(Path.Combine(source, "environment.json"), Path.Combine(folder, "environment.json"));
        string[] lines = File.ReadAllLines(Path.Combine(source, "networks.csv"));
        var rows = lines.Skip(1).Select(l => (Line: l, Cells: l.Split(','))).Where(r => families.Contains(r.Cells[0]));
        File.WriteAllLines(Path.Combine(folder, "networks.csv"), [lines[0], .. rows.GroupBy(r => (Family: r.Cells[0], Split: r.Cells[6])).SelectMany(g => g.Take(NetworksOfASplit)).Select(r => r.Line)]);
        File.WriteAllText(Recipe, """
            {
              "dataset": "data",
              "encoding": "universal",
              "network": { "hidden": 16, "layers": 1, "stem": "linear", "edges": "both", "residualAttention": true, "readout": "sumOfNodeCosts" },
              "loss": "log-huber", "epochs": 2, "batchSize": 2, "learningRate": 0.001, "averageDecay": 0.9
            }
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("tiny").FullName;

    public string Recipe => Path.Combine(Folder, "recipe.json");

    public string Run => Path.Combine(Folder, "run");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
