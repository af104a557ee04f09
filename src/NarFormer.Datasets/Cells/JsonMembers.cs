using System.Text.Json;

namespace NarFormer.Datasets.Cells;

/// <summary>The members of one large JSON object, read one after another: only one of them is in memory.</summary>
internal sealed class JsonMembers(string path) : IDisposable
{
    private readonly FileStream _stream = File.OpenRead(path);
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private long _before;
    private JsonReaderState _state;
    private bool _opened;

    /// <summary>Reads the next member.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidDataException">The file is no JSON object; the message names the byte.</exception>
    public bool Next(out string name, out JsonElement value)
    {
        try
        {
            while (true)
            {
                bool last = _end < _buffer.Length && _stream.Position == _stream.Length;
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), last, _state);
                if (Read(ref reader, out string? read, out value))
                {
                    _start += (int)reader.BytesConsumed;
                    _state = reader.CurrentState;
                    name = read ?? "";
                    return read is not null;
                }

                if (last) throw new InvalidDataException($"{path}: the JSON ends early");
                Fill();
            }
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: not a JSON object of cells, near byte {_before + _start}: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>Reads a whole member, or the end of the object with a null name.</summary>
    /// <returns>False if the buffer does not hold all of it.</returns>
    private bool Read(ref Utf8JsonReader reader, out string? name, out JsonElement value)
    {
        name = null;
        value = default;
        if (!_opened)
        {
            if (!reader.Read()) return false;
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"it starts with {reader.TokenType}");
            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            _opened = true;
            reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), reader.IsFinalBlock, _state);
        }

        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.EndObject) return true;
        string member = reader.GetString()!;
        if (!reader.Read()) return false;
        var probe = reader;
        if (!probe.TrySkip()) return false;
        name = member;
        value = JsonElement.ParseValue(ref reader);
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _before += _start;
            _end -= _start;
            _start = 0;
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int count = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
    }
}
