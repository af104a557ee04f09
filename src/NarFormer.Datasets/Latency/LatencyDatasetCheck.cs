namespace NarFormer.Datasets.Latency;

/// <summary>Compares a data set with what it was made from.</summary>
public static class LatencyDatasetCheck
{
    private const double Tolerance = 1e-4;

    /// <summary>Makes every network again and derives its hash, label and split from the rounds.</summary>
    /// <exception cref="InvalidDataException">One is not what the file says; the message names the network.</exception>
    public static void Run(LatencyDataset dataset)
    {
        var derived = LatencyDatasetBuilder.Rows(dataset.Rounds);
        if (derived.Count != dataset.Rows.Count)
            throw new InvalidDataException($"{NetworksFile.Name} has {dataset.Rows.Count} networks but {RoundsFile.Name} measures {derived.Count}");
        foreach (var (stored, again) in dataset.Rows.Zip(derived))
        {
            if (stored.Name != again.Name || stored.Split != again.Split || stored.Graph != again.Graph || Math.Abs(again.LabelMs / stored.LabelMs - 1) > Tolerance)
                throw new InvalidDataException($"{NetworksFile.Name}: {stored.Name} is not what the rounds say: {again}");
        }
    }
}
