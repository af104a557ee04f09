using Google.Protobuf;
using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;
using NarFormer.Export;
using NarFormer.Runtime;
using NarFormer.Tests.Architecture;

namespace NarFormer.Tests.Export;

public sealed class PredictorGraphTests
{
    private static readonly NetworkOptions Small = new() { NodeFeatures = 7, StaticFeatures = 3, Hidden = 8, Groups = 2, FeedForwardRatio = 2 };
    private static readonly NetworkOptions Residual = Small with { Stem = StemKind.Linear, ResidualAttention = true, Edges = EdgeDirection.Both };

    public static TheoryData<NetworkOptions> Choices => new(
        Small,
        Small with { StaticFeatures = 0 },
        Small with { ScaledStatics = true },
        Small with { DegreeGate = false },
        Small with { FeedForward = FeedForwardKind.Full },
        Small with { Edges = EdgeDirection.Both },
        Small with { Stem = StemKind.Linear },
        Small with { Readout = ReadoutKind.MeanOfLayers, Layers = 3 },
        Small with { Readout = ReadoutKind.SumOfNodeCosts },
        Residual,
        Residual with { Readout = ReadoutKind.SumOfNodeCosts, ScaledStatics = true },
        Residual with { Readout = ReadoutKind.SumOfNodeCosts, FeedForward = FeedForwardKind.Full },
        Residual with { Readout = ReadoutKind.SumOfNodeCosts, StaticFeatures = 0 },
        Residual with { Readout = ReadoutKind.SumOfNodeCosts, WorkFeature = 2 });

    [Theory]
    [MemberData(nameof(Choices))]
    public void Agrees_with_the_network_written_a_second_time(NetworkOptions options)
    {
        var weights = RandomWeights.Of(options);
        using var session = Session(options, weights);
        EncodedNetwork[] networks = [.. Enumerable.Range(1, 12).Select(s => RandomNetworks.Of(options, s, s == 1 ? 0 : 2 * s, s))];
        float[] packed = session.Run(PackedBatch.Of(networks)).Predictions;
        for (int i = 0; i < networks.Length; i++)
        {
            double expected = new ReferenceNetwork(options, weights).Predict(networks[i]);
            packed[i].ShouldBe((float)expected, 1e-4f * Math.Abs((float)expected));
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Large_batches_give_what_small_ones_give(NetworkOptions options)
    {
        using var session = Session(options, RandomWeights.Of(options));
        EncodedNetwork[] networks = [.. Enumerable.Range(1, 5).Select(s => RandomNetworks.Of(options, 200 * s, 250 * s, s))];
        var together = session.Run(PackedBatch.Of(networks));
        var each = networks.Select(n => session.Run(PackedBatch.Of([n]))).ToList();
        ShouldAgree(together.Predictions, [.. each.SelectMany(o => o.Predictions)]);
        ShouldAgree(together.Embeddings, [.. each.SelectMany(o => o.Embeddings)]);
        if (options.Readout == ReadoutKind.SumOfNodeCosts) ShouldAgree(together.NodeCosts!, [.. each.SelectMany(o => o.NodeCosts!)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1001)]
    public void A_network_without_edges_is_predicted(int nodes)
    {
        using var session = Session(Small, RandomWeights.Of(Small));
        var outputs = session.Run(PackedBatch.Of([RandomNetworks.Of(Small, nodes, edges: 0, seed: 1)]));
        float.IsFinite(outputs.Predictions[0]).ShouldBeTrue();
        outputs.Embeddings.Length.ShouldBe(Small.Hidden);
    }

    [Fact]
    public void Node_costs_add_up_to_the_prediction()
    {
        var options = Small with { Readout = ReadoutKind.SumOfNodeCosts };
        using var session = Session(options, RandomWeights.Of(options));
        var outputs = session.Run(PackedBatch.Of([RandomNetworks.Of(options, 9, 12, seed: 1)]));
        outputs.NodeCosts!.Sum().ShouldBe(outputs.Predictions[0], 1e-4f * outputs.Predictions[0]);
    }

    [Theory]
    [InlineData(ReadoutKind.SumWithStatics, 2)]
    [InlineData(ReadoutKind.SumOfNodeCosts, 2)]
    [InlineData(ReadoutKind.SumOfNodeCosts, 150)]
    public void The_graph_of_an_ensemble_gives_the_mean_and_the_spread_of_its_members(ReadoutKind readout, int nodes)
    {
        var options = Residual with { Readout = readout };
        var members = Enumerable.Range(1, 3).Select(seed => RandomWeights.Of(options, seed)).ToArray();
        var batch = PackedBatch.Of([.. Enumerable.Range(1, 4).Select(s => RandomNetworks.Of(options, nodes * s, nodes * s, s))]);
        var each = members.Select(weights =>
        {
            using var session = Session(options, weights);
            return session.Run(batch);
        }).ToArray();
        using var together = new PredictorSession(PredictorGraph.Build(options, members, WeightPrecision.Single).ToByteArray(), options.Edges);
        var mean = together.Run(batch);
        ShouldBeMean(mean.Predictions, [.. each.Select(e => e.Predictions)]);
        ShouldBeMean(mean.Embeddings, [.. each.Select(e => e.Embeddings)]);
        for (int i = 0; i < mean.Predictions.Length; i++) mean.Spread![i].ShouldBe((float)Deviation([.. each.Select(e => Math.Log(e.Predictions[i]))]), 1e-4f);
        each[0].Spread.ShouldBeNull();
        if (readout == ReadoutKind.SumOfNodeCosts) ShouldBeMean(mean.NodeCosts!, [.. each.Select(e => e.NodeCosts!)]);
        each[0].Predictions[0].ShouldNotBe(each[1].Predictions[0]);
    }

    [Fact]
    public void An_ensemble_needs_members() => Should.Throw<ArgumentException>(() => PredictorGraph.Build(Small, Array.Empty<Dictionary<string, SafetensorsTensor>>(), WeightPrecision.Single));

    [Fact]
    public void A_missing_weight_is_named()
    {
        var weights = RandomWeights.Of(Small);
        weights.Remove("fc_1.bias");
        Should.Throw<InvalidDataException>(() => PredictorGraph.Build(Small, weights, WeightPrecision.Single)).Message.ShouldContain("fc_1.bias");
    }

    [Fact]
    public void A_weight_of_another_shape_is_named()
    {
        var weights = RandomWeights.Of(Small);
        Should.Throw<InvalidDataException>(() => PredictorGraph.Build(Small with { NodeFeatures = 6 }, weights, WeightPrecision.Single))
            .Message.ShouldContain("gnn_layers.0");
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }

    private static void ShouldAgree(float[] values, float[] expected)
    {
        values.Length.ShouldBe(expected.Length);
        for (int i = 0; i < values.Length; i++) values[i].ShouldBe(expected[i], 1e-5f + (1e-4f * Math.Abs(expected[i])));
    }

    private static void ShouldBeMean(float[] mean, float[][] members)
    {
        for (int i = 0; i < mean.Length; i++) mean[i].ShouldBe(members.Average(m => m[i]), 1e-5f + (1e-4f * Math.Abs(mean[i])));
    }

    private static PredictorSession Session(NetworkOptions options, Dictionary<string, SafetensorsTensor> weights) =>
        new(PredictorGraph.Build(options, weights, WeightPrecision.Single).ToByteArray(), options.Edges);
}
