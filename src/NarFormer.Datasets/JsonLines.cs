using System.Text.Json;

namespace NarFormer.Datasets;

/// <summary>An append-only file of records, a JSON object a line. A line that was cut short by a kill is dropped.</summary>
internal sealed class JsonLines<T> : IDisposable
    where T : class
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly FileStream _stream;
    private readonly List<T> _records = [];

    private JsonLines(FileStream stream) => _stream = stream;

    /// <summary>The records so far, in the order they were made.</summary>
    public IReadOnlyList<T> Records => _records;

    /// <summary>Opens the file at <paramref name="path"/>, or starts it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What a line is, for messages.</param>
    /// <param name="isWhole">Whether a record lacks nothing.</param>
    /// <exception cref="InvalidDataException">A line before the last is not a record; the message names file and line.</exception>
    public static JsonLines<T> Open(string path, string what, Func<T, bool> isWhole)
    {
        var lines = new JsonLines<T>(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        try
        {
            byte[] bytes = new byte[lines._stream.Length];
            lines._stream.ReadExactly(bytes);
            int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
            lines._records.AddRange(Parse(path, System.Text.Encoding.UTF8.GetString(bytes, 0, whole), what, isWhole));
            lines._stream.SetLength(whole);
            lines._stream.Position = whole;
            return lines;
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    /// <summary>Reads the file at <paramref name="path"/> without changing it.</summary>
    /// <exception cref="InvalidDataException">A whole line is not a record; the message names file and line.</exception>
    public static IReadOnlyList<T> Read(string path, string what, Func<T, bool> isWhole)
    {
        string text = File.ReadAllText(path);
        return Parse(path, text[..(text.LastIndexOf('\n') + 1)], what, isWhole);
    }

    /// <summary>Appends a record and makes sure that it is on disk.</summary>
    public void Append(T record)
    {
        _stream.Write(JsonSerializer.SerializeToUtf8Bytes(record, Json));
        _stream.WriteByte((byte)'\n');
        _stream.Flush(flushToDisk: true);
        _records.Add(record);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static List<T> Parse(string path, string text, string what, Func<T, bool> isWhole)
    {
        var records = new List<T>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var record = JsonSerializer.Deserialize<T>(line, Json);
                records.Add(record is not null && isWhole(record) ? record : throw new JsonException("a field is missing"));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}:{records.Count + 1}: not {what}: {e.Message}", e);
            }
        }

        return records;
    }
}
