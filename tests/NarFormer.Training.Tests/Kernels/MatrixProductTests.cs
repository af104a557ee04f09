using CsCheck;
using NarFormer.Training.Kernels;
using NarFormer.Training.Network.Fused;

namespace NarFormer.Training.Tests.Kernels;

public sealed unsafe class MatrixProductTests
{
    [Theory]
    [InlineData(12, 32, 256)]
    [InlineData(1, 1, 1)]
    [InlineData(193, 31, 257)]
    [InlineData(250, 100, 600)]
    public void Multiplies_matrices_of_any_size(int rows, int columns, int depth) => Check(rows, columns, depth, leftTransposed: false, rightTransposed: false, accumulate: false);

    [Fact]
    public void Multiplies_and_adds_transposed_matrices()
    {
        Assert.SkipUnless(FusedOperation.IsSupported, "this processor has no AVX-512");
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 70], Gen.Int[1, 300], Gen.Bool, Gen.Bool, Gen.Bool).Sample(Check, iter: 100);
    }

    private static void Check(int rows, int columns, int depth, bool leftTransposed, bool rightTransposed, bool accumulate)
    {
        Assert.SkipUnless(FusedOperation.IsSupported, "this processor has no AVX-512");
        var random = new Random(rows + (100 * columns) + depth);
        using var a = Filled(random, leftTransposed ? depth : rows, leftTransposed ? rows : depth);
        using var b = Filled(random, rightTransposed ? columns : depth, rightTransposed ? depth : columns);
        using var c = Filled(random, rows, columns);
        var left = leftTransposed ? MatrixView.Of(a).Transposed : MatrixView.Of(a);
        var right = rightTransposed ? MatrixView.Of(b).Transposed : MatrixView.Of(b);
        double[] expected = [.. Enumerable.Range(0, rows * columns).Select(n => Entry(left, right, n / columns, n % columns, depth) + (accumulate ? c[n / columns][n % columns] : 0))];

        MatrixProduct.Multiply(left, right, MatrixView.Of(c), rows, columns, depth, accumulate);

        for (int n = 0; n < expected.Length; n++) ((double)c[n / columns][n % columns]).ShouldBe(expected[n], 1e-4, $"row {n / columns}, column {n % columns}");
    }

    private static double Entry(MatrixView a, MatrixView b, int row, int column, int depth)
    {
        double sum = 0;
        for (int k = 0; k < depth; k++) sum += (double)a.From(row, k).Pointer[0] * b.From(k, column).Pointer[0];
        return sum;
    }

    private static Matrix Filled(Random random, int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        for (int i = 0; i < rows; i++)
        {
            foreach (ref float value in matrix[i]) value = random.NextSingle() - 0.5f;
        }

        return matrix;
    }
}
