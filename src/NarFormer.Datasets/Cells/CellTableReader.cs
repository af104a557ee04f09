using System.Globalization;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>Reads the lines of a comma-separated table: what makes the cell, its id, and every other column as a label.</summary>
internal sealed class CellTableReader
{
    private static readonly string[] TextColumns = ["vertices", "space", "gpu", "raw_cell", "file", "split", "op_idx"];

    private readonly string[] _columns;
    private readonly int _architecture, _digits, _blocks, _bits, _operations, _hash, _vertices, _part;
    private readonly LabelColumns _labels;

    private CellTableReader(string[] columns, CellReadOptions options)
    {
        _columns = columns;
        _architecture = Array.IndexOf(columns, "arch");
        _digits = Array.IndexOf(columns, "code");
        _blocks = Array.IndexOf(columns, "op_names");
        _bits = Array.IndexOf(columns, "upper_triangle_bits");
        _operations = Array.IndexOf(columns, "ops");
        _hash = Array.IndexOf(columns, "hash");
        _vertices = Array.IndexOf(columns, "vertices");
        _part = Array.IndexOf(columns, "split");
        int[] others = [_architecture, _digits, _blocks, _bits, _operations];
        _labels = LabelColumns.Of(columns, i => !others.Contains(i) && !TextColumns.Contains(columns[i]) && options.Wants(columns[i]));
    }

    /// <summary>Whether cells can be made of <paramref name="columns"/>.</summary>
    public static bool Admits(string[] columns) =>
        columns.Contains("arch") || columns.Contains("code") || columns.Contains("op_names") || (columns.Contains("upper_triangle_bits") && columns.Contains("ops"));

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
                if (!Admits(columns)) throw new InvalidDataException($"{path}:1: a table of cells has a column arch, code or op_names, or the columns upper_triangle_bits and ops");
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
        return new CellRecord(Cell(fields), _labels.Read(fields), _part >= 0 ? fields[_part] : "");
    }

    private CellArchitecture Cell(string[] fields)
    {
        string id = _labels.Id(fields);
        if (_architecture >= 0) return NasBench201.Parse(fields[_architecture], id);
        if (_digits >= 0) return NasBenchMacro.Parse(fields[_digits], id);
        if (_blocks >= 0) return FbNet.Parse(fields[_blocks], id);
        string[] operations = fields[_operations].Split(' ');
        if (_vertices >= 0 && fields[_vertices] != operations.Length.ToString(CultureInfo.InvariantCulture))
            throw new FormatException($"vertices is '{fields[_vertices]}', but there are {operations.Length} operations");
        var cell = NasBench101.OfTriangle(fields[_bits], operations, id);
        if (_hash >= 0) PublishedHash.Require(cell, fields[_hash]);
        return cell;
    }
}
