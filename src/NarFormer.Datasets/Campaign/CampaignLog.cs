namespace NarFormer.Datasets.Campaign;

/// <summary>The append-only log of a campaign, a JSON object a line. A line that was cut short by a kill is dropped.</summary>
public sealed class CampaignLog : IDisposable
{
    private const string Line = "a record of a campaign";

    private readonly JsonLines<CampaignRecord> _lines;

    private CampaignLog(JsonLines<CampaignRecord> lines) => _lines = lines;

    /// <summary>The records so far, in the order they were made.</summary>
    public IReadOnlyList<CampaignRecord> Records => _lines.Records;

    /// <summary>Opens the log at <paramref name="path"/>, or starts it.</summary>
    /// <exception cref="InvalidDataException">A line before the last is not a record; the message names file and line.</exception>
    public static CampaignLog Open(string path) => new(JsonLines<CampaignRecord>.Open(path, Line, IsWhole));

    /// <summary>Reads the log at <paramref name="path"/> without opening it for more.</summary>
    /// <exception cref="InvalidDataException">A line is not a record; the message names file and line.</exception>
    public static IReadOnlyList<CampaignRecord> Read(string path) => JsonLines<CampaignRecord>.Read(path, Line, IsWhole);

    /// <summary>Appends a record and makes sure that it is on disk.</summary>
    public void Append(CampaignRecord record) => _lines.Append(record);

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private static bool IsWhole(CampaignRecord record) => record.Task is not null && record.QuantilesMs?.Length == CampaignRecord.Shares.Count;
}
