using NarFormer.Datasets;
using NarFormer.Datasets.Latency;
using NarFormer.Measurement.Profiling;
using NarFormer.Onnx;

namespace NarFormer.Training.Explanations;

/// <summary>Compares a predictor's explanations with profiles of the runtime on test networks of a data set.</summary>
/// <param name="dataset">The data set.</param>
/// <param name="predictor">The predictor; it has to sum costs of nodes.</param>
/// <param name="runs">Runs of each network, of which each kernel's fastest counts.</param>
public sealed class ExplanationCheck(LatencyDataset dataset, Predictor predictor, int runs)
{
    private readonly KernelProfiler _profiler = new();
    private readonly OnnxReader _reader = new(new OnnxReadOptions { FoldConstants = predictor.Encoding.FoldsConstants });

    /// <summary>The first test networks of every family in turn, <paramref name="count"/> in all or as many as there are.</summary>
    public IReadOnlyList<LatencyRow> Choose(int count) =>
    [
        .. dataset.Split(DataSplit.Test).GroupBy(r => r.Family, StringComparer.Ordinal).SelectMany(g => g.Index())
            .OrderBy(r => r.Index).Select(r => r.Item).Take(count),
    ];

    /// <summary>Profiles and explains one network.</summary>
    /// <exception cref="InvalidDataException">The zoo makes another network today than the one that was measured.</exception>
    /// <exception cref="OnnxException">ONNX Runtime cannot run the network; the message names it.</exception>
    /// <exception cref="NotSupportedException">The predictor cannot be explained; the message names it.</exception>
    public ExplanationScore Check(LatencyRow row, CancellationToken cancellation)
    {
        var model = dataset.Generate(row);
        // Profiling fills the weights in place; their values do not count for the graph.
        var graph = _reader.Read(model, row.Name);
        var profile = _profiler.Profile(model, row.Name, runs, cancellation);
        return ExplanationScore.Of(row.Name, predictor.Explain(graph), KernelMatching.Of(graph, profile));
    }
}
