namespace NarFormer.Datasets.Latency;

/// <summary>A measured network: a line of <c>networks.csv</c>.</summary>
/// <param name="Family">The family in the zoo.</param>
/// <param name="Seed">The seed in the family.</param>
/// <param name="Sha256">The first 16 hexadecimal digits of the hash of the network's file without weights.</param>
/// <param name="Graph">The same of the file without the network's name: equal for networks that are the same.</param>
/// <param name="Nodes">Nodes of the file.</param>
/// <param name="Batch">Samples of one run.</param>
/// <param name="Split">What the network is for.</param>
/// <param name="LabelMs">What a predictor learns, in ms: the latency on the quiet machine, see <see cref="Quality.DriftModel"/>.</param>
/// <param name="LowMs">The lower envelope as it was measured, in ms: the lowest round median.</param>
/// <param name="MedianMs">The median of the round medians in ms.</param>
/// <param name="Spread">How far the rounds lie apart after the correction of drift: highest / lowest − 1.</param>
public sealed record LatencyRow(
    string Family, ulong Seed, string Sha256, string Graph, int Nodes, long Batch, DataSplit Split, double LabelMs, double LowMs, double MedianMs, double Spread)
{
    /// <summary>Family and seed.</summary>
    public string Name => $"{Family}-{Seed}";
}
