namespace NarFormer.Measurement;

/// <summary>Consecutive runs of one network.</summary>
/// <param name="SamplesMs">Every run in ms, in the order they were made.</param>
public sealed record LatencyRound(IReadOnlyList<double> SamplesMs)
{
    /// <summary>The median of the runs in ms.</summary>
    public double MedianMs => Quantile(0.5);

    /// <summary>The quantile <paramref name="share"/> (0..1) of the runs in ms, linear between neighbours.</summary>
    public double Quantile(double share) => Quantiles.Of(SamplesMs, share);
}
