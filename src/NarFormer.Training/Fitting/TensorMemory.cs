using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>The memory of a tensor, without a copy.</summary>
internal static class TensorMemory
{
    /// <summary>The elements of a contiguous tensor of 32-bit floats on the processor; valid as long as the tensor lives.</summary>
    public static Span<float> Singles(this Tensor tensor) => tensor.dtype == ScalarType.Float32
        ? MemoryMarshal.Cast<byte, float>(tensor.bytes)
        : throw new InvalidOperationException($"the tensor holds {tensor.dtype}, not 32-bit floats");
}
