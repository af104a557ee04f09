using NarFormer.Datasets.Nnlqp;
using NarFormer.Encoding;
using NarFormer.Runtime;

namespace NarFormer.Training.Samples;

/// <summary>
/// The samples of a data set in the layout of NNLQP. It has no validation split, and the published code chooses the epoch on
/// the test split; here it is chosen on a tenth of the training networks of each family (<see cref="NnlqpSplit"/>).
/// </summary>
internal static class NnlqpSamples
{
    /// <exception cref="InvalidDataException">The labels cannot be read, no network is there, or labels of several platforms are and none is chosen.</exception>
    public static IReadOnlyList<TrainingSample> Load(string folder, INetworkEncoding encoding, int? platform, CancellationToken cancellation)
    {
        var dataset = NnlqpDataset.Load(folder);
        int[] platforms = [.. dataset.Rows.Select(r => r.Platform).Distinct().Order()];
        int chosen = platform ?? (platforms is [var only] ? only : throw new InvalidDataException($"{folder}: has labels of platforms {string.Join(", ", platforms)}; networks.platform has to choose one"));
        NnlqpRow[] rows = [.. dataset.Rows.Where(r => r.Platform == chosen)];
        if (rows.Length == 0) throw new InvalidDataException($"{folder}: has no labels of platform {chosen}; it has those of {string.Join(", ", platforms)}");
        var splits = NnlqpSplit.Divide(rows);
        return [.. ParallelResults.Of(rows.Select((row, i) => (Row: row, Number: i)).AsParallel().AsOrdered().WithCancellation(cancellation).Select(r => Sample(r.Row, r.Number)))];

        TrainingSample Sample(NnlqpRow row, int number) =>
            SampleLoader.Sample(row.Family, (ulong)number, row.LatencyMs, encoding, fold => dataset.Read(row, fold)) with { Split = splits[number], Graph = $"{row.Network} x {row.Batch}" };
    }
}
