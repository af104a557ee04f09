using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NarFormer.Training.Kernels;

/// <summary>Transposes sixteen rows of sixteen columns in registers.</summary>
internal static unsafe class Transposition
{
    /// <summary>
    /// Writes the transpose of the block at <paramref name="from"/>, of which <paramref name="rows"/> and
    /// <paramref name="columns"/> are there, to <paramref name="to"/>: <paramref name="columns"/> rows of sixteen, zeros where
    /// rows are missing.
    /// </summary>
    [SkipLocalsInit]
    public static void Write(float* from, nint stride, int rows, int columns, float* to, nint toStride)
    {
        var block = stackalloc Vector512<float>[Lanes.Count];
        var mixed = stackalloc Vector512<float>[Lanes.Count];
        for (int i = 0; i < Lanes.Count; i++) block[i] = i < rows ? Lanes.Load(from + (i * stride), columns) : Vector512<float>.Zero;
        for (int i = 0; i < Lanes.Count; i += 2)
        {
            mixed[i] = Avx512F.UnpackLow(block[i], block[i + 1]);
            mixed[i + 1] = Avx512F.UnpackHigh(block[i], block[i + 1]);
        }

        for (int i = 0; i < Lanes.Count; i += 4)
        {
            block[i] = Pairs(mixed[i], mixed[i + 2], high: false);
            block[i + 1] = Pairs(mixed[i], mixed[i + 2], high: true);
            block[i + 2] = Pairs(mixed[i + 1], mixed[i + 3], high: false);
            block[i + 3] = Pairs(mixed[i + 1], mixed[i + 3], high: true);
        }

        for (int i = 0; i < 4; i++)
        {
            var (low02, low13) = Quarters(block[i], block[i + 4]);
            var (high02, high13) = Quarters(block[i + 8], block[i + 12]);
            var (row0, row8) = Quarters(low02, high02);
            var (row4, row12) = Quarters(low13, high13);
            mixed[i] = row0;
            mixed[i + 4] = row4;
            mixed[i + 8] = row8;
            mixed[i + 12] = row12;
        }

        for (int i = 0; i < columns && i < Lanes.Count; i++) mixed[i].Store(to + (i * toStride));
    }

    private static Vector512<float> Pairs(Vector512<float> a, Vector512<float> b, bool high) =>
        (high ? Avx512F.UnpackHigh(a.AsDouble(), b.AsDouble()) : Avx512F.UnpackLow(a.AsDouble(), b.AsDouble())).AsSingle();

    /// <summary>Quarters 0 and 2 of both, and quarters 1 and 3 of both.</summary>
    private static (Vector512<float> Even, Vector512<float> Odd) Quarters(Vector512<float> a, Vector512<float> b) =>
        (Avx512F.Shuffle4x128(a, b, 0b_10_00_10_00), Avx512F.Shuffle4x128(a, b, 0b_11_01_11_01));
}
