using System.Text.Json;

namespace NarFormer.Datasets.Campaign;

/// <summary>The append-only log of a campaign, a JSON object a line. A line that was cut short by a kill is dropped.</summary>
public sealed class CampaignLog : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly FileStream _stream;
    private readonly List<CampaignRecord> _records = [];

    private CampaignLog(FileStream stream) => _stream = stream;

    /// <summary>The records so far, in the order they were made.</summary>
    public IReadOnlyList<CampaignRecord> Records => _records;

    /// <summary>Opens the log at <paramref name="path"/>, or starts it.</summary>
    /// <exception cref="InvalidDataException">A line before the last is not a record; the message names file and line.</exception>
    public static CampaignLog Open(string path)
    {
        var log = new CampaignLog(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        byte[] bytes = new byte[log._stream.Length];
        log._stream.ReadExactly(bytes);
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        log.Parse(path, System.Text.Encoding.UTF8.GetString(bytes, 0, whole));
        log._stream.SetLength(whole);
        log._stream.Position = whole;
        return log;
    }

    /// <summary>Reads the log at <paramref name="path"/> without opening it for more.</summary>
    /// <exception cref="InvalidDataException">A line is not a record; the message names file and line.</exception>
    public static IReadOnlyList<CampaignRecord> Read(string path)
    {
        using var log = Open(path);
        return log.Records;
    }

    /// <summary>Appends a record and makes sure that it is on disk.</summary>
    public void Append(CampaignRecord record)
    {
        _stream.Write(JsonSerializer.SerializeToUtf8Bytes(record, Json));
        _stream.WriteByte((byte)'\n');
        _stream.Flush(flushToDisk: true);
        _records.Add(record);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Parse(string path, string text)
    {
        int number = 0;
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            try
            {
                var record = JsonSerializer.Deserialize<CampaignRecord>(line, Json);
                if (record?.Task is null || record.QuantilesMs?.Length != CampaignRecord.Shares.Count)
                    throw new JsonException("a field is missing");
                _records.Add(record);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}:{number}: not a record of a campaign: {e.Message}", e);
            }
        }
    }
}
