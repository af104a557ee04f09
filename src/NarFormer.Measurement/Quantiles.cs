namespace NarFormer.Measurement;

/// <summary>Quantiles of samples.</summary>
public static class Quantiles
{
    /// <summary>The quantile <paramref name="share"/> (0..1) of <paramref name="samples"/>, linear between neighbours.</summary>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public static double Of(IEnumerable<double> samples, double share)
    {
        double[] sorted = [.. samples.Order()];
        if (sorted.Length == 0) throw new ArgumentException("no samples", nameof(samples));
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        double above = below + 1 < sorted.Length ? sorted[below + 1] : sorted[below];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }
}
