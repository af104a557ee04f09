using System.Text.Json;
using System.Text.Json.Serialization;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>
/// Reads JSON Lines of any space: <c>{"id": "a", "space": "mine", "ops": ["input", "conv", "output"], "edges": [[0,1],[1,2]],
/// "labels": {"accuracy": 0.93}}</c>; id, space and labels may be left out.
/// </summary>
internal static class CellLinesReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The rows of the file.</summary>
    public static IEnumerable<CellRow> Rows(string path, CellReadOptions options)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return new CellRow($":{number}", () => Read(line, options));
        }
    }

    private static CellRecord Read(string line, CellReadOptions options)
    {
        Row row;
        try
        {
            row = JsonSerializer.Deserialize<Row>(line, Options) ?? throw new FormatException("the line holds nothing");
        }
        catch (JsonException e)
        {
            throw new FormatException($"not a cell: {e.Message}", e);
        }

        if (row.Ops is null || row.Edges is null) throw new FormatException("a cell needs ops and edges");
        foreach (int[]? edge in row.Edges)
        {
            if (edge is not [_, _]) throw new FormatException($"an edge has two ends, not {edge?.Length ?? 0}");
        }

        var labels = (row.Labels ?? []).Where(l => options.Wants(l.Key));
        return new CellRecord(
            new CellArchitecture(row.Space ?? options.Space?.Name ?? "", row.Ops, [.. row.Edges.Select(e => (e[0], e[1]))], Id(row.Id)),
            labels.ToDictionary(StringComparer.Ordinal));
    }

    private static string Id(JsonElement? id) => id is not { } value ? "" : value.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Number => value.ToString(),
        JsonValueKind.Null => "",
        _ => throw new FormatException($"the id is {value.ValueKind}, neither text nor a number"),
    };

    private sealed record Row(JsonElement? Id, string? Space, string[]? Ops, int[][]? Edges, Dictionary<string, double>? Labels);
}
