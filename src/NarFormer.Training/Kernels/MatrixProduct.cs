using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NarFormer.Training.Kernels;

/// <summary>
/// Products of matrices of any size on one thread. 192 rows of the left matrix fit the second cache and meet the panels of
/// the right one, which fit the first. What is copied is filled up with zeros, so that every tile is a full one.
/// </summary>
internal static unsafe class MatrixProduct
{
    private const int BlockRows = 16 * ProductTile.Rows;

    /// <summary><c>c [rows, columns] = a [rows, depth] · b [depth, columns]</c>, or added to <paramref name="c"/>.</summary>
    /// <param name="a">Row-major, or the transpose of a row-major matrix.</param>
    /// <param name="b">Row-major, or the transpose of a row-major matrix.</param>
    /// <param name="c">Row-major.</param>
    /// <param name="rows">Rows of <paramref name="a"/> and <paramref name="c"/>.</param>
    /// <param name="columns">Columns of <paramref name="b"/> and <paramref name="c"/>.</param>
    /// <param name="depth">Columns of <paramref name="a"/>, rows of <paramref name="b"/>.</param>
    /// <param name="accumulate">Whether the product is added to what is there.</param>
    public static void Multiply(in MatrixView a, in MatrixView b, in MatrixView c, int rows, int columns, int depth, bool accumulate = false)
    {
        using var panels = ColumnPanels.Of(b, depth, columns);
        Multiply(a, panels, c, rows, accumulate);
    }

    /// <summary><c>c [rows, columns] = a [rows, depth] · b [depth, columns]</c>, or added to <paramref name="c"/>.</summary>
    public static void Multiply(in MatrixView a, ColumnPanels b, in MatrixView c, int rows, bool accumulate = false)
    {
        for (int k = 0; k < b.Depth; k += ColumnPanels.BlockDepth)
        {
            for (int i = 0; i < rows; i += BlockRows) Block(a.From(i, k), b, k, c.From(i), Math.Min(BlockRows, rows - i), accumulate || k > 0);
        }
    }

    [SkipLocalsInit]
    private static void Block(in MatrixView a, ColumnPanels b, int k, in MatrixView c, int rows, bool accumulate)
    {
        float* left = stackalloc float[BlockRows * ColumnPanels.BlockDepth];
        int depth = Math.Min(ColumnPanels.BlockDepth, b.Depth - k);
        bool transposed = a.ColumnStride != 1;
        for (int i = 0; i < rows; i += ProductTile.Rows)
        {
            int height = Math.Min(ProductTile.Rows, rows - i);
            if (transposed || height < ProductTile.Rows) CopyRows(a.From(i), left + (i * ColumnPanels.BlockDepth), height, depth);
        }

        for (int j = 0; j < b.Columns; j += ProductTile.Columns)
        {
            int width = Math.Min(ProductTile.Columns, b.Columns - j);
            float* right = b.At(k, j);
            for (int i = 0; i < rows; i += ProductTile.Rows)
            {
                int height = Math.Min(ProductTile.Rows, rows - i);
                bool copied = transposed || height < ProductTile.Rows;
                var tile = copied ? new MatrixView((nint)(left + (i * ColumnPanels.BlockDepth)), 1, ProductTile.Rows) : a.From(i);
                var target = c.From(i, j);
                if (height == ProductTile.Rows && width == ProductTile.Columns) ProductTile.Multiply(tile, right, target.Pointer, target.RowStride, depth, accumulate);
                else Edge(tile, right, target, height, width, depth, accumulate);
            }
        }
    }

    [SkipLocalsInit]
    private static void Edge(in MatrixView a, float* b, in MatrixView c, int rows, int columns, int depth, bool accumulate)
    {
        float* tile = stackalloc float[ProductTile.Rows * ProductTile.Columns];
        ProductTile.Multiply(a, b, tile, ProductTile.Columns, depth, accumulate: false);
        for (int i = 0; i < rows; i++)
        {
            var target = c.Row(i, columns);
            var source = new ReadOnlySpan<float>(tile + (i * ProductTile.Columns), columns);
            if (accumulate) TensorPrimitives.Add(target, source, target);
            else source.CopyTo(target);
        }
    }

    /// <summary>[rows, depth] → [depth, 12].</summary>
    private static void CopyRows(in MatrixView a, float* copy, int rows, int depth)
    {
        for (int k = 0; k < depth; k++)
        {
            float* from = a.Pointer + (k * a.ColumnStride);
            if (a.RowStride == 1)
            {
                Lanes.Store(Lanes.Load(from, rows), copy, ProductTile.Rows);
            }
            else
            {
                for (int i = 0; i < ProductTile.Rows; i++) copy[i] = i < rows ? from[i * a.RowStride] : 0;
            }

            copy += ProductTile.Rows;
        }
    }
}
