using System.Runtime.InteropServices;

namespace NarFormer.Encoding.Safetensors;

/// <summary>One tensor of a safetensors file.</summary>
public sealed class SafetensorsTensor
{
    /// <summary>Creates a tensor of raw little-endian <paramref name="bytes"/>.</summary>
    /// <param name="dataType">The format's name of the element type: <c>F32</c>, <c>F16</c>, <c>I64</c>, <c>I32</c>, <c>U8</c> …</param>
    /// <param name="shape">The dimensions, outermost first; empty for a scalar.</param>
    /// <param name="bytes">The elements in row-major order.</param>
    public SafetensorsTensor(string dataType, IReadOnlyList<long> shape, ReadOnlyMemory<byte> bytes)
    {
        DataType = dataType;
        Shape = shape;
        Bytes = bytes;
    }

    /// <summary>The format's name of the element type.</summary>
    public string DataType { get; }

    /// <summary>The dimensions, outermost first.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The elements in row-major order, little-endian.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>A tensor of 32-bit floats.</summary>
    public static SafetensorsTensor Of(ReadOnlySpan<float> values, params long[] shape) =>
        new("F32", shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A tensor of 64-bit integers.</summary>
    public static SafetensorsTensor Of(ReadOnlySpan<long> values, params long[] shape) =>
        new("I64", shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The elements as 32-bit floats.</summary>
    /// <exception cref="InvalidDataException">The tensor does not hold 32-bit floats.</exception>
    public float[] ToSingles() => DataType == "F32"
        ? MemoryMarshal.Cast<byte, float>(Bytes.Span).ToArray()
        : throw new InvalidDataException($"the tensor holds {DataType}, not F32");

    /// <summary>The elements as 64-bit integers.</summary>
    /// <exception cref="InvalidDataException">The tensor does not hold 64-bit integers.</exception>
    public long[] ToInt64s() => DataType == "I64"
        ? MemoryMarshal.Cast<byte, long>(Bytes.Span).ToArray()
        : throw new InvalidDataException($"the tensor holds {DataType}, not I64");

    /// <summary>Bytes of one element of <paramref name="dataType"/>.</summary>
    /// <exception cref="InvalidDataException">The type is not known.</exception>
    public static int BytesPerElement(string dataType) => dataType switch
    {
        "F64" or "I64" or "U64" => 8,
        "F32" or "I32" or "U32" => 4,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "I8" or "U8" or "BOOL" or "F8_E4M3" or "F8_E5M2" => 1,
        _ => throw new InvalidDataException($"unknown element type '{dataType}'"),
    };
}
