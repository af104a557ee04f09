using System.Collections.Concurrent;
using NarFormer.Graphs;
using NarFormer.Graphs.Costs;
using NarFormer.Onnx;

namespace NarFormer.Cli.Predicting;

/// <summary>Reads and predicts many files, some on each processor, and gives them in their order as they are done.</summary>
internal sealed class FilePredictions(Predictor predictor, OnnxReadOptions options)
{
    private const int MostFilesTogether = 8;

    private readonly OnnxReader _reader = new(options with { FoldConstants = predictor.Encoding.FoldsConstants });

    /// <summary>The prediction or error of each of <paramref name="files"/>.</summary>
    public IEnumerable<FilePrediction> Of(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        int together = Math.Clamp(files.Count / Environment.ProcessorCount, 1, MostFilesTogether);
        return Partitioner.Create(files.Chunk(together), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel().AsOrdered().WithCancellation(cancellation).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .SelectMany(Together);
    }

    private IReadOnlyList<FilePrediction> Together(string[] files)
    {
        var outcomes = new FilePrediction?[files.Length];
        var graphs = new List<(int Index, NetworkGraph Graph)>(files.Length);
        for (int i = 0; i < files.Length; i++)
        {
            outcomes[i] = Attempt(files[i], () =>
            {
                graphs.Add((i, _reader.Read(files[i])));
                return null;
            });
        }

        var together = Attempt("", () =>
        {
            var predictions = predictor.PredictMany(graphs.Select(g => g.Graph)).ToList();
            for (int g = 0; g < graphs.Count; g++) outcomes[graphs[g].Index] = Done(files[graphs[g].Index], graphs[g].Graph, predictions[g]);
            return null;
        });
        if (together is null) return outcomes!;

        // One of them cannot be predicted: find out which.
        foreach (var (index, graph) in graphs) outcomes[index] = Attempt(files[index], () => Done(files[index], graph, predictor.Predict(graph)));
        return outcomes!;
    }

    private static FilePrediction.Done Done(string file, NetworkGraph graph, Prediction prediction) => new(file, graph, NetworkCost.Of(graph), prediction);

    private static FilePrediction? Attempt(string file, Func<FilePrediction?> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            return new FilePrediction.Failed(file, e.Message);
        }
    }
}
