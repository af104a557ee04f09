using System.Globalization;

namespace NarFormer.Datasets.Cells;

/// <summary>A comma-separated table of labels that names cells and does not describe them, for example measured latencies.</summary>
public static class LabelTable
{
    /// <summary>The labels called <paramref name="names"/> of the table at <paramref name="path"/> by the name of the cell; an empty field is no label.</summary>
    /// <exception cref="InvalidDataException">
    /// No column names cells, there is no column of a label, a row has another number of fields, names a cell that stood there before, or
    /// has a label that is no finite number; the message names file and line.
    /// </exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Read(string path, IReadOnlyCollection<string> names)
    {
        var labels = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        string[]? columns = null;
        LabelColumns? reader = null;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string[] fields = line.Split(',');
            if (columns is null || reader is null)
            {
                columns = fields;
                reader = LabelColumns.Of(columns, i => names.Contains(fields[i]));
                if (!reader.NamesCells) throw new InvalidDataException($"{path}:1: no column names cells: hash, index, arch_idx, id or rep_arch_idx");
                if (names.FirstOrDefault(n => !fields.Contains(n)) is { } missing) throw new InvalidDataException($"{path}:1: there is no column '{missing}'");
            }
            else if (line.Length > 0)
            {
                if (fields.Length != columns.Length) throw new InvalidDataException($"{path}:{number}: {fields.Length} fields where {columns.Length} are expected");
                if (!labels.TryAdd(reader.Id(fields), Row(reader, fields, $"{path}:{number}"))) throw new InvalidDataException($"{path}:{number}: '{reader.Id(fields)}' stands there twice");
            }
        }

        return labels.Count > 0 ? labels : throw new InvalidDataException($"{path}: there are no labels in it");
    }

    /// <summary>The cells of <paramref name="records"/> that <paramref name="table"/> has labels of, with these alone.</summary>
    public static IEnumerable<CellRecord> Join(IEnumerable<CellRecord> records, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> table) =>
        records.Where(r => table.ContainsKey(r.Cell.Id)).Select(r => r with { Labels = table[r.Cell.Id] });

    private static IReadOnlyDictionary<string, double> Row(LabelColumns reader, string[] fields, string place)
    {
        try
        {
            var labels = reader.Read(fields);
            foreach (var (name, value) in labels)
            {
                if (!double.IsFinite(value)) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value:R}"));
            }

            return labels;
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{place}: {e.Message}", e);
        }
    }
}
