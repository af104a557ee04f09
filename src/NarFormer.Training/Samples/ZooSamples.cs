using NarFormer.Datasets.Latency;
using NarFormer.Encoding;
using NarFormer.Onnx;
using NarFormer.Runtime;

namespace NarFormer.Training.Samples;

/// <summary>The samples of measured networks of the zoo, which are made again.</summary>
internal static class ZooSamples
{
    /// <exception cref="InvalidDataException">The data set cannot be read, or its labels do not belong to today's zoo.</exception>
    public static IReadOnlyList<TrainingSample> Load(string folder, INetworkEncoding encoding, CancellationToken cancellation)
    {
        var dataset = LatencyDataset.Load(folder);
        var reader = new OnnxReader();
        return [.. ParallelResults.Of(dataset.Rows.AsParallel().AsOrdered().WithCancellation(cancellation).Select(row => Sample(dataset, row, reader, encoding)))];
    }

    private static TrainingSample Sample(LatencyDataset dataset, LatencyRow row, OnnxReader reader, INetworkEncoding encoding)
    {
        var model = dataset.Generate(row);
        var sample = SampleLoader.Sample(
            row.Family, row.Seed, row.LabelMs, encoding, fold => reader.Read(model, row.Name, new OnnxReadOptions { FoldConstants = fold }));
        return sample with { Split = row.Split, Nodes = row.Nodes, Graph = row.Graph };
    }
}
