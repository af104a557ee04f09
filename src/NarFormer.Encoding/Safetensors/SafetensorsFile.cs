using System.Buffers.Binary;
using System.Text.Json;

namespace NarFormer.Encoding.Safetensors;

/// <summary>
/// Named tensors and text metadata in one file: an 8-byte little-endian header length, a JSON header, raw data.
/// </summary>
public sealed class SafetensorsFile
{
    private const int HeaderLimit = 100_000_000;

    /// <summary>The tensors by name.</summary>
    public IDictionary<string, SafetensorsTensor> Tensors { get; } = new SortedDictionary<string, SafetensorsTensor>(StringComparer.Ordinal);

    /// <summary>Texts about the file.</summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The tensor <paramref name="name"/>.</summary>
    /// <exception cref="InvalidDataException">There is no such tensor.</exception>
    public SafetensorsTensor this[string name] =>
        Tensors.TryGetValue(name, out var tensor) ? tensor : throw new InvalidDataException($"there is no tensor '{name}'");

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not a safetensors file, or is cut short; the message names it.</exception>
    public static SafetensorsFile Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return Parse(bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{path}: not a safetensors file: {e.Message}", e);
        }
    }

    /// <summary>Writes the file to a temporary name beside <paramref name="path"/> and then renames it.</summary>
    public void Write(string path)
    {
        string temporary = path + ".tmp";
        using (var stream = File.Create(temporary)) Write(stream);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Writes the file to <paramref name="stream"/>.</summary>
    public void Write(Stream stream)
    {
        byte[] header = Header();
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in Tensors.Values) stream.Write(tensor.Bytes.Span);
    }

    private byte[] Header()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (Metadata.Count > 0)
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in Metadata) json.WriteString(key, value);
                json.WriteEndObject();
            }

            long offset = 0;
            foreach (var (name, tensor) in Tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", tensor.DataType);
                json.WriteStartArray("shape");
                foreach (long dimension in tensor.Shape) json.WriteNumberValue(dimension);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += tensor.Bytes.Length);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (buffer.Length % 8 != 0) buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static SafetensorsFile Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 8) throw new InvalidDataException("shorter than its header");
        long headerLength = BinaryPrimitives.ReadInt64LittleEndian(bytes.Span);
        if (headerLength is < 2 or > HeaderLimit || headerLength > bytes.Length - 8)
            throw new InvalidDataException($"header length {headerLength} does not fit {bytes.Length} bytes");

        var data = bytes[(8 + (int)headerLength)..];
        var file = new SafetensorsFile();
        using var header = JsonDocument.Parse(bytes.Slice(8, (int)headerLength));
        foreach (var entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                foreach (var text in entry.Value.EnumerateObject()) file.Metadata[text.Name] = text.Value.GetString() ?? "";
            }
            else
            {
                file.Tensors[entry.Name] = ParseTensor(entry.Name, entry.Value, data);
            }
        }

        return file;
    }

    private static SafetensorsTensor ParseTensor(string name, JsonElement entry, ReadOnlyMemory<byte> data)
    {
        string type = entry.GetProperty("dtype").GetString() ?? "";
        long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64())];
        long start = entry.GetProperty("data_offsets")[0].GetInt64();
        long end = entry.GetProperty("data_offsets")[1].GetInt64();
        if (start < 0 || end < start || end > data.Length)
            throw new InvalidDataException($"tensor '{name}' lies outside the file");
        Int128 elements = 1;
        foreach (long dimension in shape)
        {
            if (dimension < 0) throw new InvalidDataException($"tensor '{name}' has a negative dimension");
            elements *= dimension;
            if (elements > long.MaxValue) throw new InvalidDataException($"tensor '{name}' is too large");
        }

        if (elements * SafetensorsTensor.BytesPerElement(type) != end - start)
            throw new InvalidDataException($"tensor '{name}' has {end - start} bytes, which its shape does not need");
        return new SafetensorsTensor(type, shape, data.Slice((int)start, (int)(end - start)));
    }
}
