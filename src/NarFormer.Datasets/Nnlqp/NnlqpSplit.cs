using System.Security.Cryptography;

namespace NarFormer.Datasets.Nnlqp;

/// <summary>The splits of NNLQP with a validation split taken from training: a tenth of each family, by a hash of the file's name.</summary>
public static class NnlqpSplit
{
    private const int Tenths = 10;

    /// <summary>The split of each of <paramref name="rows"/>, in their order.</summary>
    public static IReadOnlyList<DataSplit> Divide(IReadOnlyList<NnlqpRow> rows)
    {
        DataSplit[] splits = [.. rows.Select(r => r.Stage)];
        foreach (var family in Enumerable.Range(0, rows.Count).Where(i => rows[i].Stage == DataSplit.Train).GroupBy(i => rows[i].Family, StringComparer.Ordinal))
        {
            int[] order = [.. family.OrderBy(i => Rank(rows[i]), StringComparer.Ordinal)];
            foreach (int i in order.Take((order.Length + (Tenths / 2)) / Tenths)) splits[i] = DataSplit.Validation;
        }

        return splits;
    }

    private static string Rank(NnlqpRow row) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(row.Network)));
}
