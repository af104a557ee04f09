using NarFormer.Encoding;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using NarFormer.Training.Samples;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>Predictions of a network for many samples.</summary>
internal static class BatchedPredictions
{
    private const int NodesOfABatch = 8_000;

    /// <summary>The predicted latency of each of <paramref name="samples"/>, ms; leaves the network in evaluation mode.</summary>
    public static double[] Of(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<TrainingSample> samples)
    {
        var predictions = new List<double>(samples.Count);
        Run(network, samples, network.call, values =>
        {
            foreach (float value in values) predictions.Add(value);
        });
        return [.. predictions];
    }

    /// <summary>The embedding of each of <paramref name="samples"/>, <c>[hidden]</c>; leaves the network in evaluation mode.</summary>
    public static IReadOnlyList<float[]> Embeddings(NarFormerNetwork network, IReadOnlyList<TrainingSample> samples)
    {
        var embeddings = new List<float[]>(samples.Count);
        Run(network, samples, network.Embed, values => embeddings.AddRange(values.ToArray().Chunk(network.Options.Hidden)));
        return embeddings;
    }

    private static void Run(nn.Module network, IReadOnlyList<TrainingSample> samples, Func<TorchBatch, Tensor> compute, Values take)
    {
        network.eval();
        using var noGradients = inference_mode();
        for (int start = 0, end; start < samples.Count; start = end)
        {
            int nodes = samples[start].Network.NodeCount;
            for (end = start + 1; end < samples.Count && nodes + samples[end].Network.NodeCount <= NodesOfABatch; end++)
                nodes += samples[end].Network.NodeCount;
            using var scope = NewDisposeScope();
            using var batch = TorchBatch.From(PackedBatch.Of([.. samples.Skip(start).Take(end - start).Select(s => s.Network)]));
            take(compute(batch).cpu().contiguous().Singles());
        }
    }

    private delegate void Values(Span<float> values);
}
