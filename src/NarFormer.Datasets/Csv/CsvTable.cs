namespace NarFormer.Datasets.Csv;

/// <summary>A text file of comma-separated columns with a header; no field holds a comma, a quote or a line break.</summary>
internal static class CsvTable
{
    /// <summary>Reads the rows of <paramref name="path"/>, which must have exactly <paramref name="columns"/>.</summary>
    /// <exception cref="InvalidDataException">The header or the width of a line is wrong; the message names file and line.</exception>
    public static IEnumerable<CsvRow> Read(string path, string[] columns)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string[] fields = line.Split(',');
            if (number == 1)
            {
                if (!fields.SequenceEqual(columns, StringComparer.Ordinal))
                    throw new InvalidDataException($"{path}:1: the columns must be {string.Join(',', columns)}");
            }
            else if (fields.Length != columns.Length)
            {
                throw new InvalidDataException($"{path}:{number}: {fields.Length} fields where {columns.Length} are expected");
            }
            else
            {
                yield return new CsvRow(path, number, columns, fields);
            }
        }

        if (number == 0) throw new InvalidDataException($"{path}: the file is empty");
    }

    /// <summary>Writes <paramref name="rows"/> under a header, first to a temporary name.</summary>
    public static void Write(string path, string[] columns, IEnumerable<string[]> rows)
    {
        string temporary = path + ".tmp";
        using (var writer = new StreamWriter(temporary) { NewLine = "\n" })
        {
            writer.WriteLine(string.Join(',', columns));
            foreach (string[] row in rows) writer.WriteLine(string.Join(',', row));
        }

        File.Move(temporary, path, overwrite: true);
    }
}
