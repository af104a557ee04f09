namespace NarFormer.Training.Baselines;

/// <summary>The constant of least mean absolute percentage error: the median of values weighted by <c>1 / value</c>.</summary>
internal static class WeightedMedian
{
    public static double OfLeastRelativeError(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double half = sorted.Sum(v => 1 / v) / 2;
        double sum = 0;
        foreach (double value in sorted)
        {
            sum += 1 / value;
            if (sum >= half) return value;
        }

        throw new ArgumentException("there are no values", nameof(values));
    }
}
