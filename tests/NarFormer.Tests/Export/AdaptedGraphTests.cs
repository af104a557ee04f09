using Google.Protobuf;
using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Export;
using NarFormer.Runtime;
using NarFormer.Tests.Architecture;

namespace NarFormer.Tests.Export;

public sealed class AdaptedGraphTests
{
    private static readonly NetworkOptions Small = new() { NodeFeatures = 7, StaticFeatures = 3, Hidden = 8, Groups = 2, FeedForwardRatio = 2 };

    [Theory]
    [InlineData(ReadoutKind.SumOfNodeCosts, 3)]
    [InlineData(ReadoutKind.SumWithStatics, 3)]
    [InlineData(ReadoutKind.SumWithStatics, 0)]
    public void Gives_what_the_head_makes_of_the_prediction(ReadoutKind readout, int statics)
    {
        var options = Small with { Readout = readout, StaticFeatures = statics };
        byte[] source = PredictorGraph.Build(options, RandomWeights.Of(options), WeightPrecision.Single).ToByteArray();
        var head = new LogHead(0.3, 1.1, [.. Enumerable.Range(0, options.Hidden).Select(i => 0.05 * (i - 3))], [.. Enumerable.Range(1, statics).Select(i => 0.1 * i)]);
        EncodedNetwork[] networks = [.. Enumerable.Range(1, 6).Select(s => RandomNetworks.Of(options, s + 1, 2 * s, s))];

        var before = Run(source, options, networks);
        var after = Run(AdaptedGraph.Build(source, head).ToByteArray(), options, networks);

        after.Embeddings.ShouldBe(before.Embeddings);
        for (int i = 0, node = 0; i < networks.Length; node += networks[i].NodeCount, i++)
        {
            var embedding = before.Embeddings.AsSpan(i * options.Hidden, options.Hidden);
            double expected = head.Predict(before.Predictions[i], embedding, networks[i].StaticFeatures);
            after.Predictions[i].ShouldBe((float)expected, 1e-4f * (float)expected);
            if (after.NodeCosts is { } costs) costs[node..(node + networks[i].NodeCount)].Sum().ShouldBe(after.Predictions[i], 1e-3f * after.Predictions[i]);
        }

        (after.NodeCosts is null).ShouldBe(before.NodeCosts is null);
    }

    private static PredictorOutputs Run(byte[] model, NetworkOptions options, EncodedNetwork[] networks)
    {
        using var session = new PredictorSession(model, options.Edges);
        return session.Run(PackedBatch.Of(networks));
    }
}
