using System.Numerics.Tensors;

namespace NarFormer.Training.Kernels;

/// <summary>The parts of a linear map's forward and backward pass.</summary>
internal static class LinearMaps
{
    /// <summary>Rows <paramref name="range"/> of <c>y [rows, columns] = x [rows, depth] · weight [depth, columns]</c>.</summary>
    public static void Apply(in MatrixView x, in MatrixView weight, in MatrixView y, Range range, int columns, int depth, bool accumulate)
    {
        int first = range.Start.Value;
        MatrixProduct.Multiply(x.From(first), weight, y.From(first), range.End.Value - first, columns, depth, accumulate);
    }

    /// <summary>Sets rows <paramref name="range"/> of <paramref name="y"/> to <paramref name="bias"/>.</summary>
    public static void Fill(in MatrixView y, in MatrixView bias, Range range, int columns)
    {
        for (int i = range.Start.Value; i < range.End.Value; i++) bias.Row(0, columns).CopyTo(y.Row(i, columns));
    }

    /// <summary><c>slope [outputs, inputs] = dyᵀ · x</c>, on all workers.</summary>
    public static void WeightSlope(MatrixView dy, MatrixView x, MatrixView slope, int rows, int outputs, int inputs) =>
        Workers.RunRanges(outputs, ProductTile.Rows, (_, range) =>
        {
            int first = range.Start.Value;
            MatrixProduct.Multiply(dy.From(0, first).Transposed, x, slope.From(first), range.End.Value - first, inputs, rows);
        });

    /// <summary>Sums of the columns, <c>[columns]</c>.</summary>
    public static void ColumnSums(in MatrixView x, in MatrixView sums, int rows, int columns)
    {
        var total = sums.Row(0, columns);
        total.Clear();
        for (int i = 0; i < rows; i++) TensorPrimitives.Add(total, x.Row(i, columns), total);
    }
}
