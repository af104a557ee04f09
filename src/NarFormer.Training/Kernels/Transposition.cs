namespace NarFormer.Training.Kernels;

/// <summary>Transposed copies, in blocks that stay in the first cache.</summary>
internal static unsafe class Transposition
{
    private const int Block = 16;

    /// <summary>[rows, columns] → [columns, rows].</summary>
    public static Matrix Of(in MatrixView source, int rows, int columns)
    {
        var target = new Matrix(columns, rows);
        for (int k = 0; k < columns; k += Block)
        {
            int depth = Math.Min(Block, columns - k);
            for (int i = 0; i < rows; i++)
            {
                float* from = source.Pointer + (i * source.RowStride) + k;
                float* to = target.At(k) + i;
                for (int j = 0; j < depth; j++) to[(nint)j * rows] = from[j];
            }
        }

        return target;
    }
}
