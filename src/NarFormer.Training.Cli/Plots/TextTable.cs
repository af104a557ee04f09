namespace NarFormer.Training.Cli.Plots;

/// <summary>A comma-separated table with a header.</summary>
/// <param name="Path">Where it was read.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The fields of each row.</param>
internal sealed record TextTable(string Path, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    /// <exception cref="InvalidDataException">A line has another number of fields than the header, or there is no row.</exception>
    public static TextTable Read(string path)
    {
        var lines = File.ReadLines(path).Select((text, i) => (Number: i + 1, Fields: text.Split(','))).Where(l => l.Fields is not [""]).ToList();
        if (lines.Count < 2) throw new InvalidDataException($"{path}: the table has no rows");
        string[] columns = lines[0].Fields;
        foreach (var (number, fields) in lines)
        {
            if (fields.Length != columns.Length) throw new InvalidDataException($"{path}:{number}: {fields.Length} fields where {columns.Length} are expected");
        }

        return new TextTable(path, columns, [.. lines.Skip(1).Select(l => l.Fields)]);
    }

    /// <summary>The place of the column <paramref name="name"/>.</summary>
    /// <exception cref="InvalidDataException">There is none; the message lists those there are.</exception>
    public int Column(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == name) return i;
        }

        throw new InvalidDataException($"{Path}: there is no column '{name}'; there are {string.Join(", ", Columns)}");
    }

    /// <summary>A field as a number.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public double Number(int row, int column) =>
        double.TryParse(Rows[row][column], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new InvalidDataException($"{Path}: {Columns[column]} in row {row + 1} is '{Rows[row][column]}', not a number");
}
