using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace NarFormer.Training.Native;

/// <summary>The memory of a tensor, without a copy.</summary>
public static class TensorMemory
{
    /// <summary>The elements of a contiguous tensor of 32-bit floats on the processor, row-major; valid as long as the tensor lives.</summary>
    /// <exception cref="InvalidOperationException">The tensor is of another kind.</exception>
    public static Span<float> Singles(this Tensor tensor) => tensor.dtype == ScalarType.Float32 && tensor.is_contiguous()
        ? MemoryMarshal.Cast<byte, float>(tensor.bytes)
        : throw new InvalidOperationException($"a tensor of {tensor.dtype} is not contiguous 32-bit floats");
}
