using System.Buffers.Binary;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Reads the elements of small stored tensors.</summary>
internal static class TensorValues
{
    /// <summary>The most elements that are followed through shape arithmetic.</summary>
    public const int Limit = 1024;

    // A float tensor that feeds a shape holds scales, one for each dimension.
    private const int FloatLimit = 64;

    /// <summary>What is known of a stored tensor.</summary>
    /// <exception cref="OnnxException">Its dimensions make no sense.</exception>
    public static Fact Read(TensorProto tensor, OnnxLimits limits)
    {
        long[] shape = Shape(tensor.Dims, tensor.Name, limits);
        var fact = new Fact { Type = ElementTypes.Of(tensor.DataType), Shape = shape, IsConstant = true };
        bool isFloat = fact.Type is ElementType.Float32 or ElementType.Float16 or ElementType.BFloat16 or ElementType.Float64;
        return fact.Count is { } count && count <= (isFloat ? FloatLimit : Limit)
            ? new Fact { Type = fact.Type, Shape = shape, IsConstant = true, Values = Elements(tensor, fact.Type, (int)count) }
            : fact;
    }

    /// <summary>Checks the dimensions of a tensor of the file.</summary>
    public static long[] Shape(IReadOnlyCollection<long> dimensions, string name, OnnxLimits limits)
    {
        if (dimensions.Count > limits.Rank) throw new OnnxException($"tensor '{name}' has more than {limits.Rank} dimensions");
        if (dimensions.Any(d => d < 0)) throw new OnnxException($"tensor '{name}' has a negative dimension");
        return [.. dimensions];
    }

    private static double[]? Elements(TensorProto tensor, ElementType type, int count)
    {
        if (count == 0) return [];
        if (tensor.HasRawData) return Raw(tensor.RawData.Span, type, count);
        double[] values = type switch
        {
            ElementType.Float32 => [.. tensor.FloatData.Select(v => (double)v)],
            ElementType.Float64 => [.. tensor.DoubleData],
            ElementType.Int64 => [.. tensor.Int64Data.Select(v => (double)v)],
            ElementType.UInt32 or ElementType.UInt64 => [.. tensor.Uint64Data.Select(v => (double)v)],
            ElementType.Float16 => [.. tensor.Int32Data.Select(v => (double)BitConverter.UInt16BitsToHalf((ushort)v))],
            ElementType.Int32 or ElementType.Int16 or ElementType.Int8 or ElementType.UInt16 or ElementType.UInt8 or ElementType.Bool => [.. tensor.Int32Data.Select(v => (double)v)],
            _ => [],
        };
        return values.Length == count ? values : null;
    }

    private static double[]? Raw(ReadOnlySpan<byte> bytes, ElementType type, int count)
    {
        int size = type.BitsPerElement / 8;
        if (size == 0 || bytes.Length != (long)count * size) return null;
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            var element = bytes.Slice(i * size, size);
            double? value = type switch
            {
                ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(element),
                ElementType.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(element),
                ElementType.Float16 => (double)BinaryPrimitives.ReadHalfLittleEndian(element),
                ElementType.BFloat16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(element) << 16),
                ElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(element),
                ElementType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(element),
                ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(element),
                ElementType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(element),
                ElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(element),
                ElementType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(element),
                ElementType.Int8 => (sbyte)element[0],
                ElementType.UInt8 or ElementType.Bool => element[0],
                _ => null,
            };
            if (value is null) return null;
            values[i] = value.Value;
        }

        return values;
    }
}
