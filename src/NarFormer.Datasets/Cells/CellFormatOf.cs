using System.Text.Json;

namespace NarFormer.Datasets.Cells;

/// <summary>Tells the format of a file of cells.</summary>
internal static class CellFormatOf
{
    private const int HeadLimit = 1 << 16;

    /// <summary>The format of the file at <paramref name="path"/>: by its name where that says it, else by its first bytes.</summary>
    /// <exception cref="InvalidDataException">It is none that is known.</exception>
    public static CellFileFormat File(string path)
    {
        byte[] head = Head(path);
        if (head.Length == 0) throw new InvalidDataException($"{path}: the file is empty");
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".tfrecord" => CellFileFormat.TfRecord,
            ".jsonl" or ".ndjson" => CellFileFormat.JsonLines,
            ".csv" => CellFileFormat.Table,
            _ => ByContent(path, head),
        };
    }

    private static CellFileFormat ByContent(string path, byte[] head)
    {
        if (TfRecordFile.StartsLikeOne(head)) return CellFileFormat.TfRecord;
        string text = System.Text.Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('{')) return HoldsOneCell(text.AsMemory()[..(text.IndexOf('\n') is >= 0 and var end ? end : text.Length)]) ? CellFileFormat.JsonLines : CellFileFormat.JsonObject;
        string[] columns = text.Split('\n')[0].Trim().Split(',');
        if (CellTableReader.Admits(columns)) return CellFileFormat.Table;
        throw new InvalidDataException(
            $"{path}: not a file of cells: neither records of TensorFlow, JSON, nor a table with a column arch, code or op_names, or the columns upper_triangle_bits and ops");
    }

    private static bool HoldsOneCell(ReadOnlyMemory<char> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("ops", out var operations) && operations.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] Head(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        byte[] head = new byte[(int)Math.Min(HeadLimit, stream.Length)];
        stream.ReadExactly(head);
        return head;
    }
}
