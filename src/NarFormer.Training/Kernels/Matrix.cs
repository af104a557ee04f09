using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NarFormer.Training.Kernels;

/// <summary>A row-major matrix of 32-bit floats in native memory, its start aligned to a cache line; not initialised.</summary>
internal sealed unsafe class Matrix : SafeHandleZeroOrMinusOneIsInvalid
{
    private const nuint CacheLine = 64;

    public Matrix(int rows, int columns)
        : base(ownsHandle: true)
    {
        Rows = rows;
        Columns = columns;
        SetHandle((nint)NativeMemory.AlignedAlloc(Bytes, CacheLine));
    }

    public int Rows { get; }

    public int Columns { get; }

    public float* Start => (float*)handle;

    private nuint Bytes => (nuint)Math.Max(1, (long)Rows * Columns) * sizeof(float);

    public Span<float> this[int row] => new(At(row), Columns);

    /// <summary>A matrix of zeros.</summary>
    public static Matrix Zero(int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        NativeMemory.Clear(matrix.Start, matrix.Bytes);
        return matrix;
    }

    public float* At(int row) => Start + ((nint)row * Columns);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
