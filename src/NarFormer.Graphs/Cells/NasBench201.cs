using System.Text;

namespace NarFormer.Graphs.Cells;

/// <summary>
/// Cells of NAS-Bench-201: four states, an operation on each of the six edges between them. As a <see cref="CellArchitecture"/> the
/// operations become nodes (as in NAR-Former): the input, six operations in the order of the architecture's text, the output.
/// </summary>
public static class NasBench201
{
    private const int EdgesOfACell = 6;

    private static readonly (int Source, int Target)[] Edges = [(0, 1), (0, 2), (0, 4), (1, 3), (1, 5), (2, 6), (3, 6), (4, 7), (5, 7), (6, 7)];

    /// <summary>The operations of an edge, in the order in which <see cref="All"/> counts.</summary>
    public static IReadOnlyList<string> Operations { get; } = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];

    /// <summary>The cell whose text is <paramref name="text"/>, <c>|op~0|+|op~0|op~1|+|op~0|op~1|op~2|</c>.</summary>
    /// <exception cref="FormatException">The text is no such architecture; the message names the operation or the place.</exception>
    public static CellArchitecture Parse(string text, string id = "")
    {
        string[] nodes = text.Split('+');
        if (nodes.Length != 3) throw new FormatException($"'{text}' has {nodes.Length} nodes, not 3 (they are divided by '+')");
        var operations = new List<string>(EdgesOfACell);
        for (int node = 0; node < nodes.Length; node++)
        {
            string[] parts = nodes[node].Split('|');
            if (parts.Length != node + 3 || parts[0].Length > 0 || parts[^1].Length > 0)
                throw new FormatException($"node {node + 1} of '{text}' is '{nodes[node]}', which is not {node + 1} operations between '|'");
            for (int source = 0; source <= node; source++)
            {
                string part = parts[source + 1], suffix = $"~{source}";
                string operation = part.EndsWith(suffix, StringComparison.Ordinal) ? part[..^suffix.Length] : "";
                if (!Operations.Contains(operation))
                    throw new FormatException($"operation {source + 1} of node {node + 1} of '{text}' is '{part}', not one of {string.Join(", ", Operations)} and '{suffix}'");
                operations.Add(operation);
            }
        }

        return Cell(operations, id.Length > 0 ? id : text);
    }

    /// <summary>The text of the architecture with these six operations.</summary>
    public static string Text(IReadOnlyList<string> operations)
    {
        if (operations.Count != EdgesOfACell) throw new ArgumentException($"a cell of NAS-Bench-201 has 6 operations, not {operations.Count}", nameof(operations));
        var text = new StringBuilder();
        for (int node = 1, edge = 0; node <= 3; node++)
        {
            if (node > 1) text.Append('+');
            text.Append('|');
            for (int source = 0; source < node; source++) text.Append(operations[edge++]).Append('~').Append(source).Append('|');
        }

        return text.ToString();
    }

    /// <summary>All 15,625 cells, each named by its text; the first operation changes slowest.</summary>
    public static IEnumerable<CellArchitecture> All()
    {
        int count = (int)Math.Pow(Operations.Count, EdgesOfACell);
        for (int number = 0; number < count; number++)
        {
            string[] operations = new string[EdgesOfACell];
            for (int edge = EdgesOfACell - 1, rest = number; edge >= 0; edge--, rest /= Operations.Count) operations[edge] = Operations[rest % Operations.Count];
            yield return Cell(operations, Text(operations));
        }
    }

    private static CellArchitecture Cell(IReadOnlyList<string> operations, string id) =>
        new(CellSpace.NasBench201.Name, [CellSpace.Input, .. operations, CellSpace.Output], Edges, id);
}
