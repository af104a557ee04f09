using System.Numerics.Tensors;

namespace NarFormer.Training.Adaptation.Gaussian;

/// <summary>The lower triangle L of a symmetric positive definite matrix <c>L Lᵀ</c>.</summary>
internal sealed class CholeskyFactor
{
    private readonly double[][] _rows;

    private CholeskyFactor(double[][] rows) => _rows = rows;

    /// <summary>The logarithm of the matrix's determinant.</summary>
    public double LogDeterminant => 2 * _rows.Sum(row => Math.Log(row[^1]));

    /// <summary>Factors <paramref name="matrix"/>, of which only the lower triangle is read.</summary>
    /// <exception cref="ArgumentException">It is not positive definite.</exception>
    public static CholeskyFactor Of(double[][] matrix)
    {
        var rows = new double[matrix.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[i] = new double[i + 1];
            for (int j = 0; j < i; j++) row[j] = (matrix[i][j] - Dot(row, rows[j], j)) / rows[j][j];
            double pivot = matrix[i][i] - Dot(row, row, i);
            if (!(pivot > 0)) throw new ArgumentException("the matrix is not positive definite", nameof(matrix));
            row[i] = Math.Sqrt(pivot);
        }

        return new CholeskyFactor(rows);
    }

    /// <summary>The solution x of <c>L Lᵀ x = target</c>.</summary>
    public double[] Solve(ReadOnlySpan<double> target)
    {
        double[] x = target.ToArray();
        for (int i = 0; i < x.Length; i++) x[i] = (x[i] - Dot(_rows[i], x, i)) / _rows[i][i];
        for (int i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= _rows[i][i];
            var before = x.AsSpan(0, i);
            TensorPrimitives.MultiplyAdd<double>(_rows[i].AsSpan(0, i), -x[i], before, before);
        }

        return x;
    }

    private static double Dot(double[] a, double[] b, int count) => count == 0 ? 0 : TensorPrimitives.Dot<double>(a.AsSpan(0, count), b.AsSpan(0, count));
}
