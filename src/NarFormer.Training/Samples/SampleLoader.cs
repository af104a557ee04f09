using NarFormer.Datasets;
using NarFormer.Datasets.Latency;
using NarFormer.Encoding;
using NarFormer.Graphs.Costs;
using NarFormer.Onnx;

namespace NarFormer.Training.Samples;

/// <summary>Makes the networks of a latency data set again and encodes them.</summary>
public static class SampleLoader
{
    /// <summary>Loads the data set in <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">The data set cannot be read, or its labels do not belong to today's zoo.</exception>
    public static SampleSet Load(string folder, INetworkEncoding encoding, CancellationToken cancellation)
    {
        var dataset = LatencyDataset.Load(folder);
        var reader = new OnnxReader();
        var samples = dataset.Rows.AsParallel().AsOrdered().WithCancellation(cancellation).Select(row => (row.Split, Sample: Sample(dataset, row, reader, encoding))).ToList();
        return new SampleSet(Of(DataSplit.Train), Of(DataSplit.Validation), Of(DataSplit.Test));

        IReadOnlyList<TrainingSample> Of(DataSplit split) => [.. samples.Where(s => s.Split == split).Select(s => s.Sample)];
    }

    private static TrainingSample Sample(LatencyDataset dataset, LatencyRow row, OnnxReader reader, INetworkEncoding encoding)
    {
        var model = dataset.Generate(row);
        var graph = reader.Read(model, row.Name);
        var cost = NetworkCost.Of(graph);
        var encoded = encoding.Encode(encoding.FoldsConstants ? graph : reader.Read(model, row.Name, new OnnxReadOptions { FoldConstants = false }));
        return new TrainingSample(row.Family, row.Seed, row.LabelMs, cost.Macs, cost.Parameters, cost.MemoryBytes, encoded);
    }
}
