using System.Buffers.Binary;

namespace NarFormer.Training.Interop.Pickle;

/// <summary>
/// Reads a pickle as data. It knows the opcodes that torch's checkpoints use (protocols 2 to 4) and the names of
/// <see cref="PickleCalls"/>; everything else is an error, so a pickle cannot make it run code.
/// </summary>
internal sealed class PickleMachine(ReadOnlyMemory<byte> pickle)
{
    private static readonly object Mark = new();

    private readonly List<object?> _stack = [];
    private readonly Dictionary<int, object?> _memo = [];
    private int _position;

    /// <summary>The object that the pickle describes: dictionaries, lists, arrays for tuples, strings, longs, doubles, booleans, nulls and tensors.</summary>
    /// <exception cref="InvalidDataException">The pickle is broken or asks for something that is not allowed.</exception>
    public object? Read()
    {
        while (true)
        {
            byte opcode = Bytes(1)[0];
            if (opcode == '.') return Pop();
            Execute(opcode);
        }
    }

    private void Execute(byte opcode)
    {
        switch (opcode)
        {
            case 0x80: Bytes(1); break;
            case 0x95: Bytes(8); break;
            case (byte)'(': Push(Mark); break;
            case (byte)'0': Pop(); break;
            case (byte)'N': Push(null); break;
            case 0x88: Push(true); break;
            case 0x89: Push(false); break;
            case (byte)'K': Push((long)Bytes(1)[0]); break;
            case (byte)'M': Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2))); break;
            case (byte)'J': Push((long)Int32()); break;
            case 0x8a: Push(LongInteger(Bytes(Bytes(1)[0]))); break;
            case (byte)'G': Push(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8))); break;
            case (byte)'X': Push(Text(Int32())); break;
            case 0x8c: Push(Text(Bytes(1)[0])); break;
            case (byte)'}': Push(new Dictionary<object, object?>()); break;
            case (byte)']': Push(new List<object?>()); break;
            case (byte)')': Push(Array.Empty<object?>()); break;
            case (byte)'t': Push(PopToMark()); break;
            case 0x85 or 0x86 or 0x87: Push(PopMany(opcode - 0x84)); break;
            case (byte)'a': Append(PopMany(1)); break;
            case (byte)'e': Append(PopToMark()); break;
            case (byte)'s': SetItems(PopMany(2)); break;
            case (byte)'u': SetItems(PopToMark()); break;
            case (byte)'q': _memo[Bytes(1)[0]] = Top(); break;
            case (byte)'r': _memo[Int32()] = Top(); break;
            case 0x94: _memo[_memo.Count] = Top(); break;
            case (byte)'h': Push(Remembered(Bytes(1)[0])); break;
            case (byte)'j': Push(Remembered(Int32())); break;
            case (byte)'c': Push(PickleCalls.Allowed(new PickleGlobal(Line(), Line()))); break;
            case 0x93: Push(GlobalOnStack(PopMany(2))); break;
            case (byte)'R': Push(Called(PopMany(2))); break;
            case (byte)'b': Pop(); break;
            case (byte)'Q': Push(PickleCalls.Storage(Pop())); break;
            default: throw new InvalidDataException($"the pickle has opcode 0x{opcode:x2} at byte {_position - 1}, which a checkpoint does not need");
        }
    }

    private static PickleGlobal GlobalOnStack(object?[] names) => names is [string module, string name]
        ? PickleCalls.Allowed(new PickleGlobal(module, name))
        : throw new InvalidDataException("the pickle names a global by something that is no text");

    private static object? Called(object?[] call) => call[1] is object?[] arguments
        ? PickleCalls.Result(call[0], arguments)
        : throw new InvalidDataException("the pickle calls something without arguments");

    private static long LongInteger(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 8) throw new InvalidDataException("the pickle has an integer of more than 8 bytes");
        long value = 0;
        for (int i = bytes.Length - 1; i >= 0; i--) value = (value << 8) | bytes[i];
        int unused = 64 - (8 * bytes.Length);
        return bytes.Length is 0 or 8 ? value : value << unused >> unused;
    }

    private void Append(object?[] items)
    {
        if (Top() is not List<object?> list) throw new InvalidDataException("the pickle appends to something that is no list");
        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        if (Top() is not Dictionary<object, object?> dictionary || items.Length % 2 != 0)
            throw new InvalidDataException("the pickle sets items of something that is no dictionary");
        for (int i = 0; i < items.Length; i += 2)
            dictionary[items[i] ?? throw new InvalidDataException("a key of the pickle is nothing")] = items[i + 1];
    }

    private object? Remembered(int index) =>
        _memo.TryGetValue(index, out object? value) ? value : throw new InvalidDataException($"the pickle recalls {index}, which it never stored");

    private void Push(object? value) => _stack.Add(value);

    private object? Top() => _stack is [.., { } top] && top != Mark ? top : throw new InvalidDataException("the pickle has nothing on its stack");

    private object? Pop() => PopMany(1)[0];

    private object?[] PopMany(int count)
    {
        int start = _stack.Count - count;
        if (start < 0) throw new InvalidDataException("the pickle takes more from its stack than there is");
        object?[] items = [.. _stack[start..]];
        if (Array.IndexOf(items, Mark) >= 0) throw new InvalidDataException("the pickle takes a mark for a value");
        _stack.RemoveRange(start, count);
        return items;
    }

    private object?[] PopToMark()
    {
        int mark = _stack.LastIndexOf(Mark);
        if (mark < 0) throw new InvalidDataException("the pickle has no mark on its stack");
        object?[] items = [.. _stack[(mark + 1)..]];
        _stack.RemoveRange(mark, _stack.Count - mark);
        return items;
    }

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    private string Text(int length) => System.Text.Encoding.UTF8.GetString(Bytes(length));

    private string Line()
    {
        int length = pickle.Span[_position..].IndexOf((byte)'\n');
        if (length < 0) throw new InvalidDataException("the pickle is cut short");
        string line = Text(length);
        _position++;
        return line;
    }

    private ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > pickle.Length - _position) throw new InvalidDataException("the pickle is cut short");
        _position += count;
        return pickle.Span.Slice(_position - count, count);
    }
}
