using System.Buffers.Binary;

namespace NarFormer.Onnx.Reading;

/// <summary>Messages in the protobuf wire format, written one after the other and inside each other.</summary>
/// <param name="limit">The most bytes.</param>
internal sealed class WireBuffer(long limit)
{
    // Lengths are written before they are known, so each takes the five bytes that the largest would.
    private const int LengthBytes = 5;

    private byte[] _bytes = new byte[4096];

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets all bytes.</summary>
    public void Clear() => Length = 0;

    /// <summary>Writes a number.</summary>
    public void Scalar(WireTag tag, ulong value)
    {
        Tag(tag);
        switch (tag.Type)
        {
            case WireType.Varint:
                Varint(value);
                break;
            case WireType.Fixed32:
                BinaryPrimitives.WriteUInt32LittleEndian(Claim(4), (uint)value);
                break;
            default:
                BinaryPrimitives.WriteUInt64LittleEndian(Claim(8), value);
                break;
        }
    }

    /// <summary>Room for a field of <paramref name="length"/> bytes.</summary>
    public Span<byte> Field(WireTag tag, long length)
    {
        Tag(tag);
        Varint((ulong)length);
        return Claim(length);
    }

    /// <summary>Begins a message inside this one.</summary>
    /// <returns>What <see cref="End"/> wants to know.</returns>
    public int Begin(WireTag tag)
    {
        Tag(tag);
        Claim(LengthBytes);
        return Length;
    }

    /// <summary>Ends the message that began at <paramref name="start"/>.</summary>
    public void End(int start)
    {
        int length = Length - start;
        for (int i = 0; i < LengthBytes; i++, length >>= 7)
            _bytes[start - LengthBytes + i] = (byte)(length & 0x7F | (i < LengthBytes - 1 ? 0x80 : 0));
    }

    /// <summary>Adds all that <paramref name="other"/> holds.</summary>
    public void Append(WireBuffer other) => other.Written.CopyTo(Claim(other.Length));

    private void Tag(WireTag tag) => Varint(((ulong)tag.Field << 3) | (ulong)tag.Type);

    private void Varint(ulong value)
    {
        var bytes = Claim(10);
        int count = 0;
        for (; value >= 0x80; value >>= 7) bytes[count++] = (byte)(value | 0x80);
        bytes[count++] = (byte)value;
        Length -= 10 - count;
    }

    private Span<byte> Claim(long count)
    {
        long needed = Length + count;
        if (needed > limit + 10) throw new OnnxException($"the file without its weights is larger than {limit} bytes");
        if (needed > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Max(needed, 2L * _bytes.Length));
        var claimed = _bytes.AsSpan(Length, (int)count);
        Length = (int)needed;
        return claimed;
    }
}
