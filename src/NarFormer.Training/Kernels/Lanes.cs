using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NarFormer.Training.Kernels;

/// <summary>Sixteen neighbouring elements of a row, or those that are left at its end with zeros behind them.</summary>
internal static unsafe class Lanes
{
    /// <summary>How many elements a register holds.</summary>
    public const int Count = 16;

    /// <summary>The elements from <paramref name="start"/> on, of which <paramref name="left"/> are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* start, int left) =>
        left >= Count ? Vector512.Load(start) : Avx512F.MaskLoad(start, Mask(left), Vector512<float>.Zero);

    /// <summary>Writes <paramref name="values"/> to <paramref name="start"/>, but no more than <paramref name="left"/> of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> values, float* start, int left)
    {
        if (left >= Count) values.Store(start);
        else Avx512F.MaskStore(start, Mask(left), values);
    }

    /// <summary>Bits set in the lanes that hold elements of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mask(int left) => Vector512.GreaterThan(Vector512.Create(left), Vector512<int>.Indices).AsSingle();
}
