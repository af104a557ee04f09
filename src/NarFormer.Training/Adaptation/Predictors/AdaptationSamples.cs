using NarFormer.Datasets.Cells;
using NarFormer.Datasets.Measured;
using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Encoding.Cells;
using NarFormer.Files;
using NarFormer.Graphs.Cells;
using NarFormer.Onnx;
using NarFormer.Runtime;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>Measurements on a new platform, encoded as a predictor takes them.</summary>
/// <param name="Samples">The measured networks or cells.</param>
/// <param name="Platform">The platform that the file of measurements names; null if it names none.</param>
public sealed record AdaptationSamples(IReadOnlyList<AdaptationSample> Samples, string? Platform)
{
    /// <summary>The label of a cell in a table.</summary>
    public const string Label = "latencyMs";

    private static readonly LabelRange Plausible = new(1e-9, 1e9);

    /// <summary>Reads the measurements in <paramref name="labels"/> for the predictor <paramref name="source"/>, which was read from <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">A line is wrong, or names a network that cannot be read; the message names file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static AdaptationSamples Read(PredictorFile source, string path, string labels, CancellationToken cancellation) => source.Description.Cells is { } cells
        ? new AdaptationSamples(Cells(source.Description, cells, labels), null)
        : Networks(PredictorEncoding.Of(source.Description, path), labels, cancellation);

    private static AdaptationSamples Networks(INetworkEncoding encoding, string labels, CancellationToken cancellation)
    {
        var measured = MeasuredNetworks.Read(labels);
        string[] platforms = [.. measured.Select(m => m.Platform).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (platforms.Length > 1) throw new InvalidDataException($"{labels}: the networks were measured on more than one platform: {string.Join("; ", platforms)}");
        return new AdaptationSamples(
            [.. ParallelResults.Of(measured.AsParallel().AsOrdered().WithCancellation(cancellation).Select(m => Network(m, encoding)))],
            platforms.FirstOrDefault());
    }

    private static AdaptationSample Network(MeasuredNetwork measured, INetworkEncoding encoding)
    {
        try
        {
            var options = new OnnxReadOptions { FoldConstants = encoding.FoldsConstants, Batch = measured.Batch, Dimensions = measured.Dimensions };
            return new AdaptationSample(measured.Path, measured.LatencyMs, encoding.Encode(new OnnxReader().Read(measured.Path, options)));
        }
        catch (Exception e) when (e is OnnxException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"{measured.Place}: {e.Message}", e);
        }
    }

    private static IReadOnlyList<AdaptationSample> Cells(PredictorDescription source, CellsDescription cells, string labels)
    {
        var encoding = CellEncodings.Find(source.Encoding, cells.Operations);
        var options = new CellReadOptions
        {
            Space = new CellSpace(cells.Space, cells.Operations),
            Labels = [Label],
            Ranges = new Dictionary<string, LabelRange>(StringComparer.Ordinal) { [Label] = Plausible },
        };
        return [.. CellFile.Read(labels, options).Select(r => new AdaptationSample(Name(r.Cell), Latency(r, labels), encoding.Encode(CellSampleLoader.Prepared(r.Cell, cells.Prune))))];
    }

    private static double Latency(CellRecord record, string labels) => record.Labels.TryGetValue(Label, out double value)
        ? value
        : throw new InvalidDataException($"{labels}: '{Name(record.Cell)}' has no {Label}");

    private static string Name(CellArchitecture cell) => cell.Id.Length > 0 ? cell.Id : string.Join(' ', cell.Operations);
}
