using NarFormer.Training.Interop.Pickle;

namespace NarFormer.Training.Interop;

/// <summary>The elements of a strided view in row-major order.</summary>
internal static class StridedCopy
{
    /// <exception cref="InvalidDataException">The view reaches outside its storage.</exception>
    public static byte[] RowMajor(string name, PickledTensor tensor, ReadOnlySpan<byte> storage, int size)
    {
        long elements = 1, last = tensor.Offset;
        bool fits = tensor.Offset >= 0 && tensor.Shape.Length == tensor.Strides.Length;
        for (int d = 0; fits && d < tensor.Shape.Length; d++)
        {
            fits = tensor.Shape[d] is >= 0 and <= int.MaxValue && tensor.Strides[d] is >= 0 and <= int.MaxValue;
            if (!fits) break;
            elements *= tensor.Shape[d];
            last += Math.Max(0, tensor.Shape[d] - 1) * tensor.Strides[d];
            fits = elements <= storage.Length / size && last < storage.Length / size;
        }

        if (!fits || last >= Math.Max(1, storage.Length / size)) throw new InvalidDataException($"'{name}' reaches outside its elements");
        byte[] copy = new byte[elements * size];
        var index = new long[tensor.Shape.Length];
        for (int i = 0; i < elements; i++)
        {
            long source = tensor.Offset;
            for (int d = 0; d < index.Length; d++) source += index[d] * tensor.Strides[d];
            storage.Slice((int)source * size, size).CopyTo(copy.AsSpan(i * size));
            for (int d = index.Length - 1; d >= 0 && ++index[d] == tensor.Shape[d]; d--) index[d] = 0;
        }

        return copy;
    }
}
