using System.Text.Json;
using NarFormer.Graphs.Cells;
using NarFormer.Server.Problems;

namespace NarFormer.Server.Predictors;

/// <summary>Reads the cells of a request.</summary>
internal static class CellParsing
{
    /// <summary>
    /// The cell that <paramref name="json"/> states: the text of an architecture of <paramref name="space"/>, or an object with
    /// <c>ops</c> and <c>edges</c> and maybe an <c>id</c>.
    /// </summary>
    /// <exception cref="UnreadableException">It is no cell; the message says which and why.</exception>
    public static CellArchitecture Parse(JsonElement json, int index, string space)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => OfText(json.GetString()!, space),
                JsonValueKind.Object => OfObject(json, space),
                _ => throw new FormatException("a cell is a text, or an object with ops and edges"),
            };
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableException($"cell {index}: {e.Message}", e);
        }
    }

    private static CellArchitecture OfText(string text, string space) =>
        space == CellSpace.NasBench201.Name ? NasBench201.Parse(text)
        : space == CellSpace.NasBenchMacro.Name ? NasBenchMacro.Parse(text, text)
        : space == CellSpace.FbNet.Name ? FbNet.Parse(text, text)
        : throw new FormatException($"cells of {space} have no text; give ops and edges");

    private static CellArchitecture OfObject(JsonElement json, string space)
    {
        if (!json.TryGetProperty("ops", out var operations) || !json.TryGetProperty("edges", out var edges)) throw new FormatException("a cell needs ops and edges");
        string id = json.TryGetProperty("id", out var name) ? name.ToString() : "";
        return new CellArchitecture(space, [.. operations.EnumerateArray().Select(o => o.GetString() ?? "")], [.. edges.EnumerateArray().Select(Edge)], id);
    }

    private static (int Source, int Target) Edge(JsonElement edge)
    {
        int[] ends = [.. edge.EnumerateArray().Select(e => e.GetInt32())];
        return ends is [var source, var target] ? (source, target) : throw new FormatException($"an edge has two ends, not {ends.Length}");
    }
}
