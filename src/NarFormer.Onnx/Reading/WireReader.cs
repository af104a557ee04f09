using System.Buffers.Binary;

namespace NarFormer.Onnx.Reading;

/// <summary>Reads the protobuf wire format from a stream that can be skipped through.</summary>
internal sealed class WireReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[16384];
    private int _next, _filled;
    private long _bufferStart;

    /// <summary>Bytes of the stream.</summary>
    public long Length { get; } = stream.Length;

    /// <summary>Bytes read or skipped so far.</summary>
    public long Position => _bufferStart + _next;

    /// <summary>Reads a tag.</summary>
    public WireTag Tag(long end)
    {
        ulong tag = Varint(end);
        var type = (WireType)(tag & 7);
        int field = (int)(tag >> 3);
        return field > 0 && tag >> 3 < 1 << 29 && type is WireType.Varint or WireType.Fixed64 or WireType.Delimited or WireType.Fixed32
            ? new WireTag(field, type)
            : throw new OnnxException($"not an ONNX model: byte {Position} is no field of the format");
    }

    /// <summary>Reads the length of a delimited field and checks that it lies within its message.</summary>
    public long Delimiter(long end)
    {
        ulong length = Varint(end);
        return length <= (ulong)(end - Position) ? (long)length : throw new OnnxException($"the file is cut short or damaged: a field at byte {Position} needs {length} bytes");
    }

    /// <summary>Reads a number of whichever size.</summary>
    public ulong Scalar(WireTag tag, long end)
    {
        if (tag.Type == WireType.Varint) return Varint(end);
        int size = tag.Type == WireType.Fixed32 ? 4 : 8;
        if (end - Position < size) throw new OnnxException($"the file is cut short or damaged at byte {Position}");
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        for (int i = 0; i < size; i++) bytes[i] = Next();
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>Passes over <paramref name="count"/> bytes without reading them.</summary>
    public void SkipBytes(long count)
    {
        long target = Position + count;
        if (target <= _bufferStart + _filled)
        {
            _next += (int)count;
            return;
        }

        stream.Position = target;
        _bufferStart = target;
        _next = _filled = 0;
    }

    /// <summary>Reads as many bytes as <paramref name="target"/> holds.</summary>
    public void Read(Span<byte> target)
    {
        int buffered = Math.Min(target.Length, _filled - _next);
        _buffer.AsSpan(_next, buffered).CopyTo(target);
        _next += buffered;
        if (buffered == target.Length) return;
        int missing = target.Length - buffered;
        if (stream.ReadAtLeast(target[buffered..], missing, throwOnEndOfStream: false) < missing) throw new OnnxException("the file is cut short");
        _bufferStart += _next + missing;
        _next = _filled = 0;
    }

    private ulong Varint(long end)
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            if (Position >= end) throw new OnnxException($"the file is cut short or damaged at byte {Position}");
            byte next = Next();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new OnnxException($"not an ONNX model: the number at byte {Position} has no end");
    }

    private byte Next()
    {
        if (_next == _filled)
        {
            _bufferStart += _filled;
            _next = 0;
            _filled = stream.Read(_buffer);
            if (_filled == 0) throw new OnnxException("the file is cut short");
        }

        return _buffer[_next++];
    }
}
