using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>Reads files of cells, see <see cref="CellFileFormat"/>.</summary>
public static class CellFile
{
    /// <summary>The cells of the file at <paramref name="path"/>, in its order, read as they are asked for.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is of no known format, or a row is wrong: a cell that is none, an unknown operation, an id that stands there twice, a
    /// hash of NAS-Bench-101 that is not the cell's, a label outside its range. The message names the file and its line or record.
    /// </exception>
    public static IEnumerable<CellRecord> Read(string path, CellReadOptions? options = null)
    {
        options ??= new CellReadOptions();
        var bad = new BadRows(path, options);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var unseen = new HashSet<string>(options.Ranges.Keys, StringComparer.Ordinal);
        foreach (var row in Rows(path, options, bad))
        {
            CellRecord record;
            try
            {
                record = row.Read();
                Check(record, options, unseen);
                if (!options.Repeats && record.Cell.Id.Length > 0 && !ids.Add(record.Cell.Id)) throw new FormatException($"'{record.Cell.Id}' stands there twice");
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                bad.Report(row.Place, e);
                continue;
            }

            yield return record;
        }

        if (unseen.Count > 0) throw new InvalidDataException($"{path}: a range is stated for {string.Join(", ", unseen)}, but no cell has such a label");
    }

    /// <summary>Reads a file, leaving out what is wrong if <paramref name="skipped"/> wants to hear of it.</summary>
    /// <exception cref="InvalidDataException">As without <paramref name="skipped"/>, which then receives the wrong rows only.</exception>
    public static IEnumerable<CellRecord> Read(string path, Action<string>? skipped) =>
        Read(path, new CellReadOptions { SkipBad = skipped is not null, Skipped = skipped });

    /// <summary>The operations that the cells of <paramref name="records"/> use, <c>input</c> first and <c>output</c> last, the others sorted.</summary>
    public static IReadOnlyList<string> Vocabulary(IEnumerable<CellRecord> records) =>
    [
        CellSpace.Input,
        .. records.SelectMany(r => r.Cell.Operations).Distinct().Where(o => o is not (CellSpace.Input or CellSpace.Output)).Order(StringComparer.Ordinal),
        CellSpace.Output,
    ];

    private static IEnumerable<CellRow> Rows(string path, CellReadOptions options, BadRows bad) => (options.Format ?? CellFormatOf.File(path)) switch
    {
        CellFileFormat.Table => CellTableReader.Rows(path, options),
        CellFileFormat.JsonLines => CellLinesReader.Rows(path, options),
        CellFileFormat.JsonObject => CellObjectReader.Rows(path, options),
        _ => NasBench101RecordReader.Rows(path, options, bad),
    };

    private static void Check(CellRecord record, CellReadOptions options, HashSet<string> unseen)
    {
        var cell = record.Cell;
        var space = options.Space is { } wanted && (cell.Space.Length == 0 || cell.Space == wanted.Name) ? wanted : CellSpace.All.FirstOrDefault(s => s.Name == cell.Space);
        space?.Require(cell);
        foreach (var (name, value) in record.Labels)
        {
            if (!double.IsFinite(value)) throw new FormatException($"{name} is {value:R}");
            if (!options.Ranges.TryGetValue(name, out var range)) continue;
            unseen.Remove(name);
            range.Require(name, value);
        }
    }
}
