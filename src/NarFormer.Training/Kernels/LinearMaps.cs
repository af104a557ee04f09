using System.Numerics.Tensors;

namespace NarFormer.Training.Kernels;

/// <summary>Products and sums of whole matrices, on all workers.</summary>
internal static class LinearMaps
{
    /// <summary>
    /// <c>y [rows, columns] = x [rows, depth] · weight [depth, columns] + bias</c>; each worker takes a part of the rows or,
    /// where there are more of them, of the columns.
    /// </summary>
    /// <param name="x">Row-major or transposed.</param>
    /// <param name="weight">Row-major or transposed.</param>
    /// <param name="y">Row-major.</param>
    /// <param name="rows">Rows of <paramref name="x"/> and <paramref name="y"/>.</param>
    /// <param name="columns">Columns of <paramref name="weight"/> and <paramref name="y"/>.</param>
    /// <param name="depth">Columns of <paramref name="x"/>, rows of <paramref name="weight"/>.</param>
    /// <param name="bias"><c>[columns]</c>, or null for none.</param>
    /// <param name="finish">What else happens to a part of a row of <paramref name="y"/>, or null.</param>
    public static void Apply(
        MatrixView x, MatrixView weight, MatrixView y, int rows, int columns, int depth, MatrixView? bias = null, Action<Span<float>>? finish = null)
    {
        if (rows >= columns) Workers.RunRanges(rows, ProductTile.Rows, (_, range) => Part(range, ..columns));
        else Workers.RunRanges(columns, ProductTile.Columns, (_, range) => Part(..rows, range));

        void Part(Range rowRange, Range columnRange)
        {
            var (row, height) = rowRange.GetOffsetAndLength(rows);
            var (column, width) = columnRange.GetOffsetAndLength(columns);
            var part = y.From(row, column);
            if (bias is { } added)
            {
                for (int i = 0; i < height; i++) added.From(0, column).Row(0, width).CopyTo(part.Row(i, width));
            }

            MatrixProduct.Multiply(x.From(row), weight.From(0, column), part, height, width, depth, accumulate: bias is not null);
            if (finish is null) return;
            for (int i = 0; i < height; i++) finish(part.Row(i, width));
        }
    }

    /// <summary>Sums of the columns, <c>[columns]</c>.</summary>
    public static void ColumnSums(in MatrixView x, in MatrixView sums, int rows, int columns)
    {
        var total = sums.Row(0, columns);
        total.Clear();
        for (int i = 0; i < rows; i++) TensorPrimitives.Add(total, x.Row(i, columns), total);
    }
}
