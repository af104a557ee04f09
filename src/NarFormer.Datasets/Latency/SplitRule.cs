using System.Security.Cryptography;

namespace NarFormer.Datasets.Latency;

/// <summary>
/// Divides every family 80/10/10. The order within a family is that of a hash of family and seed; networks that are the
/// same graph stand together, so that none is tested on what it was trained on.
/// </summary>
internal static class SplitRule
{
    private const int Tenths = 10;

    /// <summary>The split of each network, in the order given.</summary>
    public static IReadOnlyList<DataSplit> Divide(IReadOnlyList<SplitKey> networks)
    {
        var splits = new DataSplit[networks.Count];
        var taken = new Dictionary<string, DataSplit>(StringComparer.Ordinal);
        foreach (var family in Enumerable.Range(0, networks.Count).GroupBy(i => networks[i].Family, StringComparer.Ordinal))
        {
            int[] order = [.. family.OrderBy(i => Rank(networks[i]), StringComparer.Ordinal)];
            int share = (order.Length + Tenths / 2) / Tenths;
            for (int place = 0; place < order.Length; place++)
            {
                var split = place < share ? DataSplit.Test : place < 2 * share ? DataSplit.Validation : DataSplit.Train;
                if (!taken.TryAdd(networks[order[place]].Graph, split)) split = taken[networks[order[place]].Graph];
                splits[order[place]] = split;
            }
        }

        return splits;
    }

    private static string Rank(SplitKey network) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{network.Family}/{network.Seed}")));
}
