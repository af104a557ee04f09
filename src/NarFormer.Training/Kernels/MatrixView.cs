using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NarFormer.Training.Native;
using static TorchSharp.torch;

namespace NarFormer.Training.Kernels;

/// <summary>A matrix, or a part or the transpose of one, in memory that somebody else owns.</summary>
/// <param name="Start">The first element.</param>
/// <param name="RowStride">Elements from one row to the next.</param>
/// <param name="ColumnStride">Elements from one column to the next.</param>
internal readonly unsafe record struct MatrixView(nint Start, nint RowStride, nint ColumnStride)
{
    /// <summary>Rows and columns exchanged.</summary>
    public MatrixView Transposed => new(Start, ColumnStride, RowStride);

    public float* Pointer => (float*)Start;

    /// <summary>A row-major matrix.</summary>
    public static MatrixView Of(float* start, nint rowStride) => new((nint)start, rowStride, 1);

    /// <summary>A whole matrix.</summary>
    public static MatrixView Of(Matrix matrix) => Of(matrix.Start, matrix.Columns);

    /// <summary>The last dimension of a contiguous tensor as rows.</summary>
    public static MatrixView Of(Tensor tensor) => Of(PointerOf(tensor), (nint)tensor.shape[^1]);

    /// <summary>The same matrix from another element on.</summary>
    public MatrixView From(nint row, nint column = 0) => this with { Start = Start + (((row * RowStride) + (column * ColumnStride)) * sizeof(float)) };

    /// <summary>The first element of row <paramref name="row"/> of a row-major matrix.</summary>
    public float* At(nint row) => Pointer + (row * RowStride);

    /// <summary>Row <paramref name="row"/> of a row-major matrix.</summary>
    public Span<float> Row(nint row, int width) => new(Pointer + (row * RowStride), width);

    /// <summary>The first element of a contiguous tensor of floats.</summary>
    public static float* PointerOf(Tensor tensor) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.Singles()));
}
