using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NarFormer.Training.Kernels;

/// <summary>
/// The innermost product: 12 rows by 32 columns, held in 24 of the 32 registers of AVX-512, so that each element loaded is
/// used 12 or 32 times.
/// </summary>
internal static unsafe class ProductTile
{
    public const int Rows = 12;
    public const int Columns = 32;

    /// <summary><c>c [12, 32] = a [12, depth] · b [depth, 32]</c>, added to <paramref name="c"/> if <paramref name="accumulate"/>.</summary>
    /// <param name="a">The left matrix, of any strides.</param>
    /// <param name="b">The right matrix, its rows one after another.</param>
    /// <param name="c">The product, row-major.</param>
    /// <param name="cRowStride">Elements from one row of the product to the next.</param>
    /// <param name="depth">Columns of the left and rows of the right matrix.</param>
    /// <param name="accumulate">Whether the product is added to what is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(in MatrixView a, float* b, float* c, nint cRowStride, nint depth, bool accumulate)
    {
        Vector512<float> l0 = default, r0 = default;
        Vector512<float> l1 = default, r1 = default;
        Vector512<float> l2 = default, r2 = default;
        Vector512<float> l3 = default, r3 = default;
        Vector512<float> l4 = default, r4 = default;
        Vector512<float> l5 = default, r5 = default;
        Vector512<float> l6 = default, r6 = default;
        Vector512<float> l7 = default, r7 = default;
        Vector512<float> l8 = default, r8 = default;
        Vector512<float> l9 = default, r9 = default;
        Vector512<float> l10 = default, r10 = default;
        Vector512<float> l11 = default, r11 = default;
        if (accumulate)
        {
            Load(c + (0 * cRowStride), out l0, out r0);
            Load(c + (1 * cRowStride), out l1, out r1);
            Load(c + (2 * cRowStride), out l2, out r2);
            Load(c + (3 * cRowStride), out l3, out r3);
            Load(c + (4 * cRowStride), out l4, out r4);
            Load(c + (5 * cRowStride), out l5, out r5);
            Load(c + (6 * cRowStride), out l6, out r6);
            Load(c + (7 * cRowStride), out l7, out r7);
            Load(c + (8 * cRowStride), out l8, out r8);
            Load(c + (9 * cRowStride), out l9, out r9);
            Load(c + (10 * cRowStride), out l10, out r10);
            Load(c + (11 * cRowStride), out l11, out r11);
        }

        float* left = a.Pointer;
        nint row = a.RowStride;
        nint column = a.ColumnStride;
        for (; depth > 0; depth--)
        {
            var x = Vector512.Load(b);
            var y = Vector512.Load(b + Lanes.Count);
            Add(left[0 * row], x, y, ref l0, ref r0);
            Add(left[1 * row], x, y, ref l1, ref r1);
            Add(left[2 * row], x, y, ref l2, ref r2);
            Add(left[3 * row], x, y, ref l3, ref r3);
            Add(left[4 * row], x, y, ref l4, ref r4);
            Add(left[5 * row], x, y, ref l5, ref r5);
            Add(left[6 * row], x, y, ref l6, ref r6);
            Add(left[7 * row], x, y, ref l7, ref r7);
            Add(left[8 * row], x, y, ref l8, ref r8);
            Add(left[9 * row], x, y, ref l9, ref r9);
            Add(left[10 * row], x, y, ref l10, ref r10);
            Add(left[11 * row], x, y, ref l11, ref r11);
            left += column;
            b += Columns;
        }

        Store(c + (0 * cRowStride), l0, r0);
        Store(c + (1 * cRowStride), l1, r1);
        Store(c + (2 * cRowStride), l2, r2);
        Store(c + (3 * cRowStride), l3, r3);
        Store(c + (4 * cRowStride), l4, r4);
        Store(c + (5 * cRowStride), l5, r5);
        Store(c + (6 * cRowStride), l6, r6);
        Store(c + (7 * cRowStride), l7, r7);
        Store(c + (8 * cRowStride), l8, r8);
        Store(c + (9 * cRowStride), l9, r9);
        Store(c + (10 * cRowStride), l10, r10);
        Store(c + (11 * cRowStride), l11, r11);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float factor, Vector512<float> x, Vector512<float> y, ref Vector512<float> left, ref Vector512<float> right)
    {
        var factors = Vector512.Create(factor);
        left = Vector512.FusedMultiplyAdd(factors, x, left);
        right = Vector512.FusedMultiplyAdd(factors, y, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(float* row, out Vector512<float> left, out Vector512<float> right)
    {
        left = Vector512.Load(row);
        right = Vector512.Load(row + Lanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* row, Vector512<float> left, Vector512<float> right)
    {
        left.Store(row);
        right.Store(row + Lanes.Count);
    }
}
