using System.Text.Json;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>
/// Reads one JSON object that holds a cell under each id, as NAR-Former's scripts write it: <c>module_operations</c> (names, or
/// numbers in the space's order), <c>module_adjacency</c> (rows of 0 and 1), and numbers, which are labels.
/// </summary>
internal static class CellObjectReader
{
    private static readonly string[] OperationNames = ["module_operations", "operations", "ops"];
    private static readonly string[] MatrixNames = ["module_adjacency", "adjacency", "adj"];

    /// <summary>The rows of the file.</summary>
    /// <exception cref="InvalidDataException">The file is no JSON object.</exception>
    public static IEnumerable<CellRow> Rows(string path, CellReadOptions options)
    {
        using var members = new JsonMembers(path);
        while (members.Next(out string name, out var value)) yield return new CellRow($": cell '{name}'", () => Read(name, value, options));
    }

    private static CellRecord Read(string id, JsonElement cell, CellReadOptions options)
    {
        if (cell.ValueKind != JsonValueKind.Object) throw new FormatException($"a cell is an object, not {cell.ValueKind}");
        var labels = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var member in cell.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Number && options.Wants(member.Name)) labels[member.Name] = member.Value.GetDouble();
        }

        var (space, operations) = Operations(Member(cell, OperationNames), options);
        string bits = Bits(Member(cell, MatrixNames), operations.Length);
        if (space == CellSpace.NasBench101) return new CellRecord(NasBench101.OfMatrix(bits, operations, id), labels);
        var edges = Enumerable.Range(0, bits.Length).Where(i => bits[i] == '1').Select(i => (i / operations.Length, i % operations.Length));
        return new CellRecord(new CellArchitecture(space.Name, operations, [.. edges], id), labels);
    }

    private static JsonElement Member(JsonElement cell, string[] names)
    {
        foreach (string name in names)
        {
            if (cell.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array) return value;
        }

        throw new FormatException($"there is no list {names[0]}");
    }

    private static (CellSpace Space, string[] Operations) Operations(JsonElement list, CellReadOptions options)
    {
        string[] operations = new string[list.GetArrayLength()];
        for (int i = 0; i < operations.Length; i++)
        {
            operations[i] = list[i].ValueKind switch
            {
                JsonValueKind.String => list[i].GetString()!,
                JsonValueKind.Number => Numbered(list[i], i, options.Space),
                _ => throw new FormatException($"operation {i} is {list[i].ValueKind}, neither a name nor a number"),
            };
        }

        if (options.Space is { } space) return (space, operations);
        foreach (var known in CellSpace.All)
        {
            if (operations.All(known.Operations.Contains)) return (known, operations);
        }

        string unknown = operations.FirstOrDefault(o => !CellSpace.All.Any(s => s.Operations.Contains(o))) ?? operations[^1];
        throw new FormatException($"operation '{unknown}' belongs to no known space with the others; say which space it is");
    }

    private static string Numbered(JsonElement number, int node, CellSpace? space)
    {
        if (space is null) throw new FormatException("the operations are numbers: say which space they are of");
        return number.TryGetInt32(out int index) && (uint)index < (uint)space.Operations.Count
            ? space.Operations[index] : throw new FormatException($"operation {node} is {number}, and {space.Name} has 0 to {space.Operations.Count - 1}");
    }

    private static string Bits(JsonElement matrix, int nodes)
    {
        if (matrix.GetArrayLength() != nodes) throw new FormatException($"the matrix has {matrix.GetArrayLength()} rows for {nodes} operations");
        char[] bits = new char[nodes * nodes];
        int place = 0;
        foreach (var row in matrix.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() != nodes) throw new FormatException($"row {place / nodes} of the matrix does not have {nodes} entries");
            foreach (var entry in row.EnumerateArray())
            {
                if (entry.ValueKind != JsonValueKind.Number || entry.GetDouble() is not (0 or 1))
                    throw new FormatException($"entry {place / nodes}, {place % nodes} of the matrix is {entry}, neither 0 nor 1");
                bits[place++] = entry.GetDouble() == 0 ? '0' : '1';
            }
        }

        return new string(bits);
    }
}
