namespace NarFormer.Training.Cli.Plots;

/// <summary>A label of networks from a table; the column whose values are the ids is found by itself.</summary>
internal static class LabelColumn
{
    /// <summary>The label of each of <paramref name="ids"/>.</summary>
    /// <exception cref="InvalidDataException">There is no such label, or no column holds all ids; the message says which is nearest and what it lacks.</exception>
    public static double[] Of(TextTable table, string label, IReadOnlyList<string> ids)
    {
        int column = table.Column(label);
        (string Name, string[] Missing)? nearest = null;
        for (int key = 0; key < table.Columns.Count; key++)
        {
            if (key == column) continue;
            var rows = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int row = 0; row < table.Rows.Count; row++) rows.TryAdd(table.Rows[row][key], row);
            string[] missing = [.. ids.Where(id => !rows.ContainsKey(id))];
            if (missing.Length == 0) return [.. ids.Select(id => table.Number(rows[id], column))];
            if (nearest is null || missing.Length < nearest.Value.Missing.Length) nearest = (table.Columns[key], missing);
        }

        throw new InvalidDataException(nearest is { } n
            ? $"{table.Path}: no column holds the ids of all {ids.Count} vectors; the nearest, '{n.Name}', lacks {n.Missing.Length} of them, the first is '{n.Missing[0]}'"
            : $"{table.Path}: there is no column of ids beside '{label}'");
    }
}
