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
    public static double[] Of(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<TrainingSample> samples) => Of(network, Encoded(samples));

    /// <summary>The prediction for each of <paramref name="networks"/>; leaves the network in evaluation mode.</summary>
    public static double[] Of(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<EncodedNetwork> networks)
    {
        var predictions = new List<double>(networks.Count);
        Run(network, networks, network.call, values =>
        {
            foreach (float value in values) predictions.Add(value);
        });
        return [.. predictions];
    }

    /// <summary>The embedding of each of <paramref name="networks"/>, <c>[hidden]</c>; leaves the network in evaluation mode.</summary>
    public static IReadOnlyList<float[]> Embeddings(NarFormerNetwork network, IReadOnlyList<EncodedNetwork> networks)
    {
        var embeddings = new List<float[]>(networks.Count);
        Run(network, networks, network.Embed, values => embeddings.AddRange(values.ToArray().Chunk(network.Options.Hidden)));
        return embeddings;
    }

    private static EncodedNetwork[] Encoded(IReadOnlyList<TrainingSample> samples) => [.. samples.Select(s => s.Network)];

    private static void Run(nn.Module network, IReadOnlyList<EncodedNetwork> samples, Func<TorchBatch, Tensor> compute, Values take)
    {
        network.eval();
        using var noGradients = inference_mode();
        for (int start = 0, end; start < samples.Count; start = end)
        {
            int nodes = samples[start].NodeCount;
            for (end = start + 1; end < samples.Count && nodes + samples[end].NodeCount <= NodesOfABatch; end++)
                nodes += samples[end].NodeCount;
            using var scope = NewDisposeScope();
            using var batch = TorchBatch.From(PackedBatch.Of([.. samples.Skip(start).Take(end - start)]));
            take(compute(batch).cpu().contiguous().Singles());
        }
    }

    private delegate void Values(Span<float> values);
}
