using NarFormer.Datasets.Csv;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Measured;

/// <summary>
/// Reads measured network files: a table <c>file,latencyMs</c>, or what <c>narformer measure --json</c> printed. Paths are
/// relative to the file; those of the second kind may be relative to the current folder, as they were when it was printed.
/// </summary>
public static class MeasuredNetworks
{
    private static readonly string[] Columns = ["file", "latencyMs"];

    /// <summary>The networks of the file at <paramref name="path"/>, in its order.</summary>
    /// <exception cref="InvalidDataException">A line is wrong, or names a file that is not there or stood there before; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<MeasuredNetwork> Read(string path)
    {
        MeasuredNetwork[] networks = [.. HoldsObjects(path) ? Reports(path) : Rows(path)];
        if (networks.Length == 0) throw new InvalidDataException($"{path}: there are no measurements");
        var seen = new HashSet<(string, long?)>();
        foreach (var network in networks)
        {
            if (!File.Exists(network.Path)) throw new InvalidDataException($"{network.Place}: there is no file {network.Path}");
            if (!seen.Add((Path.GetFullPath(network.Path), network.Batch))) throw new InvalidDataException($"{network.Place}: {network.Path} stands there twice");
        }

        return networks;
    }

    private static bool HoldsObjects(string path) => File.ReadLines(path).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l))?.TrimStart().StartsWith('{') ?? false;

    private static IEnumerable<MeasuredNetwork> Rows(string path) => CsvTable.Read(path, Columns).Select(row =>
    {
        string file = row.Text();
        return new MeasuredNetwork(row.Place, Beside(path, file), row.Positive());
    });

    private static IEnumerable<MeasuredNetwork> Reports(string path) =>
        File.ReadLines(path).Select((line, i) => (Text: line, Place: $"{path}:{i + 1}")).Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => Report(l.Text, l.Place, path));

    private static MeasuredNetwork Report(string text, string place, string path)
    {
        try
        {
            var (report, file) = ReportedNetwork.Read(text, path);
            return new MeasuredNetwork(place, file, report.FastestMs())
            {
                Platform = PlatformName.Of(report.Platform, report.Environment, report.Threads),
                Batch = report.Batch,
                Dimensions = report.Dimensions,
            };
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{place}: {e.Message}", e);
        }
    }

    private static string Beside(string path, string file) => Path.Combine(Path.GetDirectoryName(path) ?? "", file);
}
