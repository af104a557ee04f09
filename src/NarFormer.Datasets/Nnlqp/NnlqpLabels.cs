using System.Globalization;

namespace NarFormer.Datasets.Nnlqp;

/// <summary>
/// Reads the label file of NNLQP (Liu et al. 2022) in the form published with NAR-Former V2: id, file, batch, latency in ms,
/// family, platform and stage, parted by spaces.
/// </summary>
public static class NnlqpLabels
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "gt_stage.txt";

    private const int Fields = 7;

    /// <summary>The lines of the file at <paramref name="path"/>, in its order.</summary>
    /// <exception cref="InvalidDataException">A line is not a label; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<NnlqpRow> Read(string path)
    {
        var rows = new List<NnlqpRow>();
        var ids = new HashSet<(string Id, int Platform)>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                var row = Row(line);
                if (!ids.Add((row.Id, row.Platform))) throw new FormatException($"id '{row.Id}' has a label on platform {row.Platform} already");
                rows.Add(row);
            }
            catch (FormatException e)
            {
                throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
            }
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException($"{path}: there are no labels");
    }

    private static NnlqpRow Row(string line)
    {
        string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length != Fields) throw new FormatException($"{fields.Length} fields where {Fields} are expected: id, file, batch, latency, family, platform, stage");
        return new NnlqpRow(fields[0], Network(fields[1]), Whole("batch", fields[2], 1), Latency(fields[3]), fields[4], Whole("platform", fields[5], 0), Stage(fields[6]));
    }

    private static string Network(string file) =>
        !Path.IsPathRooted(file) && !file.Split('/', '\\').Contains("..") ? file : throw new FormatException($"'{file}' does not lie in the folder of the data set");

    private static int Whole(string name, string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least
            ? value : throw new FormatException($"{name} '{text}' is not a whole number of at least {least}");

    private static double Latency(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && value > 0
            ? value : throw new FormatException($"latency '{text}' is not a number above 0");

    private static DataSplit Stage(string text) => text switch
    {
        "train" => DataSplit.Train,
        "test" => DataSplit.Test,
        _ => throw new FormatException($"stage '{text}' is neither train nor test"),
    };
}
