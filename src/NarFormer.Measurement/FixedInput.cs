using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using NarFormer.Onnx;

namespace NarFormer.Measurement;

/// <summary>Makes the values that a network is fed with at each run: always the same.</summary>
internal static class FixedInput
{
    /// <summary>
    /// A tensor for <paramref name="input"/>: a wave within −1..1 for floating point, ones for integers (a valid index
    /// almost everywhere), true for booleans.
    /// </summary>
    /// <exception cref="OnnxException">The input is not a tensor of numbers.</exception>
    public static OrtValue Create(string network, string input, NodeMetadata metadata, LatencyJob job)
    {
        if (!metadata.IsTensor) throw new OnnxException($"{network}: input '{input}' is not a tensor");
        long[] shape = [.. metadata.Dimensions.Select((d, i) => d >= 0 ? d : job.Dimensions.GetValueOrDefault(metadata.SymbolicDimensions[i], 1))];
        long count = shape.Aggregate(1L, (product, dimension) => product * dimension);
        return metadata.ElementDataType switch
        {
            TensorElementType.Float => Tensor(count, shape, i => MathF.Sin(i * 0.37f)),
            TensorElementType.Double => Tensor(count, shape, i => Math.Sin(i * 0.37)),
            TensorElementType.Float16 => Tensor(count, shape, i => (Float16)MathF.Sin(i * 0.37f)),
            TensorElementType.BFloat16 => Tensor(count, shape, i => (BFloat16)MathF.Sin(i * 0.37f)),
            TensorElementType.Int64 => Tensor(count, shape, _ => 1L),
            TensorElementType.Int32 => Tensor(count, shape, _ => 1),
            TensorElementType.Int16 => Tensor(count, shape, _ => (short)1),
            TensorElementType.Int8 => Tensor(count, shape, _ => (sbyte)1),
            TensorElementType.UInt8 => Tensor(count, shape, _ => (byte)1),
            TensorElementType.UInt16 => Tensor(count, shape, _ => (ushort)1),
            TensorElementType.UInt32 => Tensor(count, shape, _ => 1u),
            TensorElementType.UInt64 => Tensor(count, shape, _ => 1ul),
            TensorElementType.Bool => Tensor(count, shape, _ => true),
            _ => throw new OnnxException($"{network}: input '{input}' holds {metadata.ElementDataType}, which cannot be made up"),
        };
    }

    private static OrtValue Tensor<T>(long count, long[] shape, Func<int, T> value)
        where T : unmanaged
    {
        var values = new T[count];
        for (int i = 0; i < values.Length; i++) values[i] = value(i);
        return OrtValue.CreateTensorValueFromMemory(values, shape);
    }
}
