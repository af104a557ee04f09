using NarFormer.Zoo.Spaces;

namespace NarFormer.Datasets.Cells;

/// <summary>
/// A comma-separated table of architectures by their codes: in the column <c>arch</c> (NAS-Bench-201), <c>code</c> (NAS-Bench-Macro),
/// <c>op_names</c> (FBNet), or <c>ks</c>, <c>e</c>, <c>d</c> and <c>r</c> (OFA-MobileNetV3: kernels, ratios, depths, resolution).
/// </summary>
public static class CodeTable
{
    private const char BetweenParts = ';';

    /// <summary>The architectures of the table at <paramref name="path"/>, which are of <paramref name="space"/>, with the labels called <paramref name="names"/>.</summary>
    /// <exception cref="InvalidDataException">A column is missing, a row is wrong or an id stands there twice; the message names file and line.</exception>
    /// <exception cref="ArgumentException">There is no such space; the message lists those that there are.</exception>
    public static IReadOnlyList<CodedNetwork> Read(string path, string space, IReadOnlyCollection<string> names)
    {
        string[] wanted = ColumnsOf(SpaceCatalog.Find(space).Name);
        using var lines = File.ReadLines(path).GetEnumerator();
        if (!lines.MoveNext()) throw new InvalidDataException($"{path}: the file is empty");
        string[] columns = lines.Current.Split(',');
        if (wanted.Concat(names).FirstOrDefault(c => !columns.Contains(c)) is { } missing) throw new InvalidDataException($"{path}:1: there is no column '{missing}'");
        int[] code = [.. wanted.Select(c => Array.IndexOf(columns, c))];
        int part = Array.IndexOf(columns, "split");
        var labels = LabelColumns.Of(columns, i => names.Contains(columns[i]));
        var networks = new List<CodedNetwork>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int number = 2; lines.MoveNext(); number++)
        {
            if (lines.Current.Length == 0) continue;
            string[] fields = lines.Current.Split(',');
            string place = $"{path}:{number}";
            if (fields.Length != columns.Length) throw new InvalidDataException($"{place}: {fields.Length} fields where {columns.Length} are expected");
            string text = string.Join(BetweenParts, code.Select(i => fields[i]));
            string id = labels.NamesCells ? labels.Id(fields) : text;
            if (!ids.Add(id)) throw new InvalidDataException($"{place}: '{id}' stands there twice");
            networks.Add(new CodedNetwork(place, id, text, Read(labels, fields, place), part >= 0 ? fields[part] : ""));
        }

        return networks;
    }

    private static IReadOnlyDictionary<string, double> Read(LabelColumns labels, string[] fields, string place)
    {
        try
        {
            return labels.Read(fields);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{place}: {e.Message}", e);
        }
    }

    private static string[] ColumnsOf(string space) => space switch
    {
        "nasbench201" => ["arch"],
        "nasbenchmacro" => ["code"],
        "fbnet" => ["op_names"],
        _ => ["ks", "e", "d", "r"],
    };
}
