namespace NarFormer.Training.Baselines;

/// <summary>Linear least squares of a few columns.</summary>
internal static class LeastSquares
{
    private const double Ridge = 1e-10;

    /// <summary>
    /// The coefficients x that make <c>|rows · x − targets|²</c> least, by normal equations over columns scaled to unit
    /// length. A vanishing ridge keeps dependent columns solvable.
    /// </summary>
    public static double[] Solve(double[][] rows, double[] targets)
    {
        int width = rows[0].Length;
        double[] scale = [.. Enumerable.Range(0, width).Select(c => Math.Sqrt(rows.Sum(r => r[c] * r[c])))];
        for (int c = 0; c < width; c++) if (scale[c] == 0) scale[c] = 1;

        double[,] matrix = new double[width, width + 1];
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < width; j++) matrix[i, j] = rows.Sum(r => r[i] / scale[i] * (r[j] / scale[j])) + (i == j ? Ridge : 0);
            matrix[i, width] = rows.Select((r, n) => r[i] / scale[i] * targets[n]).Sum();
        }

        Eliminate(matrix, width);
        return [.. Enumerable.Range(0, width).Select(i => matrix[i, width] / matrix[i, i] / scale[i])];
    }

    private static void Eliminate(double[,] matrix, int width)
    {
        for (int pivot = 0; pivot < width; pivot++)
        {
            for (int row = 0; row < width; row++)
            {
                if (row == pivot) continue;
                double factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (int c = pivot; c <= width; c++) matrix[row, c] -= factor * matrix[pivot, c];
            }
        }
    }
}
