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
        if (rows >= columns)
        {
            using var panels = ColumnPanels.OnAllWorkers(weight, depth, columns);
            Workers.RunRanges(rows, ProductTile.Rows, (_, range) => Apply(x, panels, y, range, bias, finish));
            return;
        }

        Workers.RunRanges(columns, ProductTile.Columns, (_, range) =>
        {
            var (first, width) = range.GetOffsetAndLength(columns);
            using var panels = ColumnPanels.Of(weight.From(0, first), depth, width);
            Apply(x, panels, y.From(0, first), ..rows, bias?.From(0, first), finish);
        });
    }

    /// <summary>The rows of <paramref name="range"/> of <c>y = x · weight + bias</c>.</summary>
    /// <param name="x">Row-major or transposed.</param>
    /// <param name="weight"><c>[depth, columns]</c>.</param>
    /// <param name="y">Row-major.</param>
    /// <param name="range">Which rows.</param>
    /// <param name="bias"><c>[columns]</c>, or null for none.</param>
    /// <param name="finish">What else happens to a row of <paramref name="y"/>, or null.</param>
    public static void Apply(MatrixView x, ColumnPanels weight, MatrixView y, Range range, MatrixView? bias = null, Action<Span<float>>? finish = null)
    {
        int first = range.Start.Value, end = range.End.Value;
        if (bias is { } added)
        {
            for (int i = first; i < end; i++) added.Row(0, weight.Columns).CopyTo(y.Row(i, weight.Columns));
        }

        MatrixProduct.Multiply(x.From(first), weight, y.From(first), end - first, accumulate: bias is not null);
        if (finish is null) return;
        for (int i = first; i < end; i++) finish(y.Row(i, weight.Columns));
    }

    /// <summary>Sums of the columns, <c>[columns]</c>.</summary>
    public static void ColumnSums(in MatrixView x, in MatrixView sums, int rows, int columns)
    {
        var total = sums.Row(0, columns);
        total.Clear();
        for (int i = 0; i < rows; i++) TensorPrimitives.Add(total, x.Row(i, columns), total);
    }
}
