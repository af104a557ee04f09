using Google.Protobuf;
using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;
using NarFormer.Export;
using NarFormer.Runtime;
using NarFormer.Training.Fitting;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using NarFormer.Training.Tests.Fitting;

namespace NarFormer.Training.Tests.Exporting;

public sealed class PredictorGraphAgreementTests
{
    private static readonly NetworkOptions Published = new() { NodeFeatures = SyntheticSamples.Features, StaticFeatures = 0, Hidden = 16, Groups = 2 };
    private static readonly NetworkOptions Residual = Published with { Stem = StemKind.Linear, ResidualAttention = true, Edges = EdgeDirection.Both };

    public static TheoryData<NetworkOptions> Choices => new(
        Published,
        Published with { Readout = ReadoutKind.MeanOfLayers },
        Published with { FeedForward = FeedForwardKind.Full, DegreeGate = false },
        Residual,
        Residual with { Readout = ReadoutKind.SumOfNodeCosts },
        Residual with { Readout = ReadoutKind.SumOfNodeCosts, WorkFeature = 1 });

    [Theory]
    [MemberData(nameof(Choices))]
    public void The_exported_graph_predicts_and_embeds_as_the_training_network(NetworkOptions options)
    {
        var samples = SyntheticSamples.Of(30, seed: 1);
        using var network = new NarFormerNetwork(options, seed: 1);
        var weights = network.named_parameters().ToDictionary(p => p.name, p => SafetensorsTensor.Of(p.parameter.Singles(), p.parameter.shape));
        using var session = new PredictorSession(PredictorGraph.Build(options, weights, WeightPrecision.Single).ToByteArray(), options.Edges);
        var outputs = session.Run(PackedBatch.Of([.. samples.Select(s => s.Network)]));
        ShouldAgree(outputs.Predictions, [.. BatchedPredictions.Of(network, samples).Select(p => (float)p)]);
        ShouldAgree(outputs.Embeddings, [.. BatchedPredictions.Embeddings(network, [.. samples.Select(s => s.Network)]).SelectMany(e => e)]);
    }

    [Fact]
    public void A_rival_is_not_exported()
    {
        var options = Published with { Mixer = MixerKind.Sage, DegreeGate = false, FeedForward = FeedForwardKind.None };
        Should.Throw<NotSupportedException>(() => PredictorGraph.Build(options, new Dictionary<string, SafetensorsTensor>(), WeightPrecision.Single)).Message.ShouldContain("mixer");
    }

    private static void ShouldAgree(float[] runtime, float[] training)
    {
        runtime.Length.ShouldBe(training.Length);
        for (int i = 0; i < runtime.Length; i++) runtime[i].ShouldBe(training[i], 1e-5f + (1e-4f * Math.Abs(training[i])));
    }
}
