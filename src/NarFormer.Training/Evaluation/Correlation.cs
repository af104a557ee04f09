namespace NarFormer.Training.Evaluation;

/// <summary>Linear and rank correlation of two lists of values. Each is NaN where a list is constant or has fewer than two values.</summary>
public static class Correlation
{
    /// <summary>Pearson's linear correlation.</summary>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Check(x, y);
        double meanX = Mean(x), meanY = Mean(y);
        double xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dy = y[i] - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        return xy / (Math.Sqrt(xx) * Math.Sqrt(yy));
    }

    /// <summary>Spearman's rank correlation; equal values share the mean of their ranks.</summary>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Check(x, y);
        return Pearson(Ranks.Of(x), Ranks.Of(y));
    }

    /// <summary>
    /// Kendall's tau-b, which corrects for ties, in O(n log n) (W. R. Knight, "A computer method for calculating Kendall's
    /// tau with ungrouped data", 1966).
    /// </summary>
    public static double KendallTau(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Check(x, y);
        return Evaluation.KendallTau.Of(x, y);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum / values.Length;
    }

    private static void Check(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"{x.Length} values against {y.Length}", nameof(y));
    }
}
