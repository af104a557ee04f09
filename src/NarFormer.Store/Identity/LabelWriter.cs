using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NarFormer.Graphs;

namespace NarFormer.Store;

/// <summary>Gathers what a label is made of. Everything is written with its length, so that no two lists run into one another.</summary>
internal sealed class LabelWriter
{
    private const byte Absent = 0, Present = 1;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    public void Write(UInt128 label)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.GetSpan(16), label);
        _bytes.Advance(16);
    }

    public void Write(string text)
    {
        Write(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    public void Write<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Write(items.Count);
        foreach (var item in items) write(item);
    }

    /// <summary>Writes type and shape, without the name.</summary>
    public void Write(NetworkTensor? tensor)
    {
        _bytes.Write([tensor is null ? Absent : Present]);
        if (tensor is null) return;
        Write((long)tensor.ElementType);
        _bytes.Write([tensor.Shape is null ? Absent : Present]);
        if (tensor.Shape is { } shape) Write(shape.Dimensions, Write);
    }

    public void Write(AttributeValue value)
    {
        Write(value.GetType().Name);
        switch (value)
        {
            case AttributeValue.Integer integer: Write(integer.Value); break;
            case AttributeValue.Float number: Write(number.Value); break;
            case AttributeValue.Text text: Write(text.Value); break;
            case AttributeValue.Integers integers: Write(integers.Values, Write); break;
            case AttributeValue.Floats numbers: Write(numbers.Values, Write); break;
            case AttributeValue.Texts texts: Write(texts.Values, Write); break;
            default: throw new ArgumentException($"unknown kind of attribute {value}", nameof(value));
        }
    }

    /// <summary>The label of what was written; the writer is empty after it.</summary>
    public UInt128 Finish()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        _bytes.ResetWrittenCount();
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Write(float value) => Write(BitConverter.SingleToInt32Bits(value));
}
