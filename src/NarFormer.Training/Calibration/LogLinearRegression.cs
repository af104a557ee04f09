using NarFormer.Training.Baselines;

namespace NarFormer.Training.Calibration;

/// <summary>
/// Regression of values of at least 0 whose mean is <c>e^(w₀ + Σ wᵢxᵢ)</c>, as if they were exponentially distributed: makes
/// <c>Σ value/mean + ln mean</c> least, which is convex, with a ridge on all but w₀, by Fisher scoring.
/// </summary>
internal static class LogLinearRegression
{
    private const double Ridge = 5;
    private const double Smallest = 1e-6;
    private const double ShortestStep = 1e-6;
    private const double Tolerance = 1e-10;
    private const int MostSteps = 100;

    /// <summary>The weights, the constant first.</summary>
    /// <param name="columns">Columns of mean 0 and deviation 1, <c>[columns][rows]</c>; there may be none.</param>
    /// <param name="values">The values, <c>[rows]</c>; below 10⁻⁶ they count as that.</param>
    public static double[] Fit(IReadOnlyList<double[]> columns, IReadOnlyList<double> values)
    {
        values = [.. values.Select(v => Math.Max(Smallest, v))];
        double[][] rows = [.. values.Select((_, row) => (double[])[1, .. columns.Select(c => c[row])])];
        double[] weights = [Math.Log(values.Average()), .. columns.Select(_ => 0.0)];
        double loss = Loss(rows, values, weights);
        for (int step = 0; step < MostSteps; step++)
        {
            double[] direction = Direction(rows, values, weights), next;
            double nextLoss, length = 1;
            do
            {
                next = [.. weights.Select((w, i) => w + (length * direction[i]))];
                nextLoss = Loss(rows, values, next);
                length /= 2;
            }
            while (nextLoss > loss && length > ShortestStep);
            if (!(nextLoss < loss - Tolerance)) break;
            (weights, loss) = (next, nextLoss);
        }

        return weights;
    }

    // Least squares of what is left of the values, in units of their means; a row for each ridge.
    private static double[] Direction(double[][] rows, IReadOnlyList<double> values, double[] weights)
    {
        double root = Math.Sqrt(Ridge);
        var ridges = Enumerable.Range(1, weights.Length - 1);
        return LeastSquares.Solve(
            [.. rows, .. ridges.Select(r => weights.Select((_, i) => i == r ? root : 0).ToArray())],
            [.. rows.Select((row, i) => (values[i] * Math.Exp(-Dot(row, weights))) - 1), .. ridges.Select(r => -root * weights[r])]);
    }

    private static double Loss(double[][] rows, IReadOnlyList<double> values, double[] weights)
    {
        double loss = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double log = Dot(rows[i], weights);
            loss += (values[i] * Math.Exp(-log)) + log;
        }

        for (int i = 1; i < weights.Length; i++) loss += Ridge / 2 * weights[i] * weights[i];
        return loss;
    }

    private static double Dot(double[] row, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < row.Length; i++) sum += row[i] * weights[i];
        return sum;
    }
}
