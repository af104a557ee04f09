using NarFormer.Testing;

namespace NarFormer.Cli.Tests.Storing;

/// <summary>Some networks of the repository's data set as a data set of their own.</summary>
internal static class DatasetFolder
{
    private const string Family = "alexnet";

    /// <summary>Writes the first <paramref name="count"/> networks of the family with fewest nodes below <paramref name="folder"/>.</summary>
    public static string Write(ScratchFolder folder, int count)
    {
        string source = Path.Combine(SharedData.Repository(), "data", "latency-ort-cpu");
        folder.Write("dataset/environment.json", File.ReadAllBytes(Path.Combine(source, "environment.json")));
        string[] networks = File.ReadAllLines(Path.Combine(source, "networks.csv"));
        string[] rows = [.. networks.Skip(1).Where(l => l.StartsWith(Family + ",", StringComparison.Ordinal)).Take(count)];
        rows.Length.ShouldBe(count);
        var seeds = rows.Select(r => r.Split(',')[1]).ToHashSet(StringComparer.Ordinal);
        string[] rounds = File.ReadAllLines(Path.Combine(source, "rounds.csv"));
        var measured = rounds.Skip(1).Where(l => l.Split(',') is [_, _, _, Family, var seed, ..] && seeds.Contains(seed));
        File.WriteAllLines(Path.Combine(folder.Root, "dataset", "networks.csv"), [networks[0], .. rows]);
        File.WriteAllLines(Path.Combine(folder.Root, "dataset", "rounds.csv"), [rounds[0], .. measured]);
        return Path.Combine(folder.Root, "dataset");
    }
}
