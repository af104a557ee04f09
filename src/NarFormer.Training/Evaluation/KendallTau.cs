namespace NarFormer.Training.Evaluation;

/// <summary>Knight's algorithm: sort by x, then count the exchanges that merge sort needs to order y.</summary>
internal static class KendallTau
{
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        (double X, double Y)[] pairs = new (double, double)[x.Length];
        for (int i = 0; i < pairs.Length; i++) pairs[i] = (x[i], y[i]);
        Array.Sort(pairs);

        double all = Pairs(pairs.Length);
        double tiedX = TiedPairs(pairs, (a, b) => a.X == b.X);
        double tiedBoth = TiedPairs(pairs, (a, b) => a == b);
        double[] byX = [.. pairs.Select(p => p.Y)];
        double discordant = Exchanges(byX, new double[byX.Length]);
        Array.Sort(pairs, (a, b) => a.Y.CompareTo(b.Y));
        double tiedY = TiedPairs(pairs, (a, b) => a.Y == b.Y);

        double concordantMinusDiscordant = all - tiedX - tiedY + tiedBoth - 2 * discordant;
        return concordantMinusDiscordant / (Math.Sqrt(all - tiedX) * Math.Sqrt(all - tiedY));
    }

    private static double Pairs(double count) => count * (count - 1) / 2;

    private static double TiedPairs((double X, double Y)[] sorted, Func<(double X, double Y), (double X, double Y), bool> tied)
    {
        double pairs = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && tied(sorted[start], sorted[end]);) end++;
            pairs += Pairs(end - start);
        }

        return pairs;
    }

    /// <summary>Sorts <paramref name="values"/> by merging and counts the pairs that stood in strictly falling order.</summary>
    private static double Exchanges(Span<double> values, Span<double> buffer)
    {
        if (values.Length < 2) return 0;
        int middle = values.Length / 2;
        double count = Exchanges(values[..middle], buffer[..middle]) + Exchanges(values[middle..], buffer[middle..]);
        for (int i = 0, left = 0, right = middle; i < values.Length; i++)
        {
            if (right == values.Length || (left < middle && values[left] <= values[right]))
            {
                buffer[i] = values[left++];
            }
            else
            {
                count += middle - left;
                buffer[i] = values[right++];
            }
        }

        buffer.CopyTo(values);
        return count;
    }
}
