using Google.Protobuf;
using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Quality;
using NarFormer.Zoo;

namespace NarFormer.Datasets.Latency;

/// <summary>Makes a latency data set out of the rounds of a campaign.</summary>
public static class LatencyDatasetBuilder
{
    /// <summary>Labels and splits the networks of <paramref name="records"/>, in the order of their families and seeds.</summary>
    /// <exception cref="InvalidDataException">The zoo no longer makes the networks that were measured.</exception>
    public static IReadOnlyList<LatencyRow> Rows(IReadOnlyList<CampaignRecord> records)
    {
        var drift = DriftModel.Fit(records);
        var order = ZooCatalog.Families.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal);
        CampaignRecord[][] networks =
        [
            .. records.Where(r => r.Task.Kind == CampaignTaskKind.Network).GroupBy(r => (r.Task.Family, r.Task.Seed))
                .OrderBy(g => order.GetValueOrDefault(g.Key.Family, int.MaxValue)).ThenBy(g => g.Key.Seed).Select(g => g.ToArray()),
        ];
        SplitKey[] keys = [.. networks.Select(rounds => new SplitKey(rounds[0].Task.Family, rounds[0].Task.Seed, GraphHash(rounds)))];
        var splits = SplitRule.Divide(keys);
        return [.. networks.Select((rounds, i) => Row(keys[i], splits[i], rounds, drift))];
    }

    /// <summary>Writes networks and rounds into the folder of a data set, beside its environment.</summary>
    /// <exception cref="InvalidDataException">The zoo no longer makes the networks that were measured.</exception>
    public static void Write(string folder, IReadOnlyList<CampaignRecord> records)
    {
        string rounds = Path.Combine(folder, RoundsFile.Name);
        RoundsFile.Write(rounds, records);
        NetworksFile.Write(Path.Combine(folder, NetworksFile.Name), Rows(RoundsFile.Read(rounds)));
    }

    private static LatencyRow Row(SplitKey key, DataSplit split, CampaignRecord[] rounds, DriftModel drift)
    {
        var label = LabelledRounds.Of(rounds, drift);
        return new LatencyRow(
            key.Family, key.Seed, rounds[0].Sha256, key.Graph, rounds[0].Nodes, rounds[0].Batch, split, label.LabelMs, label.LowMs, label.MedianMs, label.Spread);
    }

    private static string GraphHash(CampaignRecord[] rounds)
    {
        var task = rounds[0].Task;
        var model = ZooCatalog.Find(task.Family).Generate(task.Seed);
        string hash = NetworkHash.Of(model.ToByteArray());
        if (rounds.FirstOrDefault(r => r.Sha256 != hash) is { } other)
            throw new InvalidDataException($"{task.Family}-{task.Seed} was measured as {other.Sha256} but the zoo makes {hash}: a campaign must not outlive a change of the zoo");
        return NetworkHash.OfGraph(model);
    }
}
