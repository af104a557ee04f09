using System.Globalization;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>Reads the lines of a comma-separated table: what makes the cell, its id, and every other column as a label.</summary>
internal sealed class CellTableReader
{
    private static readonly string[] IdColumns = ["hash", "index", "arch_idx", "id"];
    private static readonly string[] TextColumns = ["vertices", "space", "gpu", "raw_cell", "file", "split"];

    private readonly string[] _columns;
    private readonly int _architecture, _bits, _operations, _id, _hash, _vertices;
    private readonly int[] _labels;

    private CellTableReader(string[] columns, CellReadOptions options)
    {
        _columns = columns;
        _architecture = Array.IndexOf(columns, "arch");
        _bits = Array.IndexOf(columns, "upper_triangle_bits");
        _operations = Array.IndexOf(columns, "ops");
        _hash = Array.IndexOf(columns, "hash");
        _vertices = Array.IndexOf(columns, "vertices");
        _id = IdColumns.Select(c => Array.IndexOf(columns, c)).FirstOrDefault(i => i >= 0, -1);
        _labels =
        [
            .. Enumerable.Range(0, columns.Length)
                .Where(i => i != _architecture && i != _bits && i != _operations && i != _id && !TextColumns.Contains(columns[i]) && options.Wants(columns[i])),
        ];
    }

    /// <summary>Whether cells can be made of <paramref name="columns"/>.</summary>
    public static bool Admits(string[] columns) => columns.Contains("arch") || (columns.Contains("upper_triangle_bits") && columns.Contains("ops"));

    /// <summary>The rows of the file.</summary>
    /// <exception cref="InvalidDataException">Its columns make no cell.</exception>
    public static IEnumerable<CellRow> Rows(string path, CellReadOptions options)
    {
        CellTableReader? reader = null;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (reader is null)
            {
                string[] columns = line.Split(',');
                if (!Admits(columns)) throw new InvalidDataException($"{path}:1: a table of cells has a column arch, or the columns upper_triangle_bits and ops");
                if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } doubled) throw new InvalidDataException($"{path}:1: there are two columns '{doubled.Key}'");
                if (options.Labels?.FirstOrDefault(l => !columns.Contains(l)) is { } missing) throw new InvalidDataException($"{path}:1: there is no column '{missing}'");
                reader = new CellTableReader(columns, options);
            }
            else if (line.Length > 0)
            {
                var current = reader;
                yield return new CellRow($":{number}", () => current.Read(line));
            }
        }

        if (number == 0) throw new InvalidDataException($"{path}: the file is empty");
    }

    private CellRecord Read(string line)
    {
        string[] fields = line.Split(',');
        if (fields.Length != _columns.Length) throw new FormatException($"{fields.Length} fields where {_columns.Length} are expected");
        var labels = new Dictionary<string, double>(_labels.Length, StringComparer.Ordinal);
        foreach (int i in _labels)
        {
            if (fields[i].Length == 0) continue;
            if (!double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                throw new FormatException($"{_columns[i]} is '{fields[i]}', not a number; say which columns are labels if it is none");
            labels[_columns[i]] = value;
        }

        return new CellRecord(Cell(fields), labels);
    }

    private CellArchitecture Cell(string[] fields)
    {
        string id = _id >= 0 ? fields[_id] : "";
        if (_architecture >= 0) return NasBench201.Parse(fields[_architecture], id);
        string[] operations = fields[_operations].Split(' ');
        if (_vertices >= 0 && fields[_vertices] != operations.Length.ToString(CultureInfo.InvariantCulture))
            throw new FormatException($"vertices is '{fields[_vertices]}', but there are {operations.Length} operations");
        var cell = NasBench101.OfTriangle(fields[_bits], operations, id);
        if (_hash >= 0) PublishedHash.Require(cell, fields[_hash]);
        return cell;
    }
}
