using System.Globalization;

namespace NarFormer.Datasets.Cells;

/// <summary>The columns of a table that hold labels, and the one that names the cell.</summary>
internal sealed class LabelColumns
{
    private static readonly string[] IdColumns = ["hash", "index", "arch_idx", "id", "rep_arch_idx"];

    private readonly string[] _columns;
    private readonly int[] _labels;
    private readonly int _id;

    private LabelColumns(string[] columns, int id, int[] labels)
    {
        _columns = columns;
        _id = id;
        _labels = labels;
    }

    /// <summary>Whether a column names the cell.</summary>
    public bool NamesCells => _id >= 0;

    /// <summary>The columns that <paramref name="isLabel"/> admits by their numbers, but for the one that names the cell.</summary>
    public static LabelColumns Of(string[] columns, Func<int, bool> isLabel)
    {
        int id = IdColumns.Select(c => Array.IndexOf(columns, c)).FirstOrDefault(i => i >= 0, -1);
        return new LabelColumns(columns, id, [.. Enumerable.Range(0, columns.Length).Where(i => i != id && isLabel(i))]);
    }

    /// <summary>What the row calls its cell; empty if no column does.</summary>
    public string Id(string[] fields) => _id >= 0 ? fields[_id] : "";

    /// <summary>The labels of a row; an empty field is none.</summary>
    /// <exception cref="FormatException">A field is no number; the message names the column.</exception>
    public IReadOnlyDictionary<string, double> Read(string[] fields)
    {
        var labels = new Dictionary<string, double>(_labels.Length, StringComparer.Ordinal);
        foreach (int i in _labels)
        {
            if (fields[i].Length == 0) continue;
            if (!double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                throw new FormatException($"{_columns[i]} is '{fields[i]}', not a number; say which columns are labels if it is none");
            labels[_columns[i]] = value;
        }

        return labels;
    }
}
