using System.Buffers.Binary;

namespace NarFormer.Onnx.Reading;

/// <summary>Writes the protobuf wire format.</summary>
internal sealed class WireWriter : IDisposable
{
    private readonly MemoryStream _stream = new();

    /// <summary>Bytes so far.</summary>
    public long Length => _stream.Length;

    /// <summary>Writes a number.</summary>
    public void Scalar(WireTag tag, ulong value)
    {
        Tag(tag);
        if (tag.Type == WireType.Varint)
        {
            Varint(value);
            return;
        }

        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        _stream.Write(bytes[..(tag.Type == WireType.Fixed32 ? 4 : 8)]);
    }

    /// <summary>Writes a field with its length.</summary>
    public void Delimited(WireTag tag, byte[] bytes)
    {
        Tag(tag);
        Varint((ulong)bytes.Length);
        _stream.Write(bytes);
    }

    /// <summary>Adds all that <paramref name="other"/> holds.</summary>
    public void Append(WireWriter other) => other._stream.WriteTo(_stream);

    /// <summary>All bytes.</summary>
    public byte[] ToArray() => _stream.ToArray();

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Tag(WireTag tag) => Varint(((ulong)tag.Field << 3) | (ulong)tag.Type);

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _stream.WriteByte((byte)(value | 0x80));
        _stream.WriteByte((byte)value);
    }
}
