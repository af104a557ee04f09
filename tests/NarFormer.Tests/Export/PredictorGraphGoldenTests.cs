using Google.Protobuf;
using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Export;
using NarFormer.Runtime;

namespace NarFormer.Tests.Export;

public sealed class PredictorGraphGoldenTests
{
    private static readonly NetworkOptions Latency = new() { NodeFeatures = 152, StaticFeatures = 40, Hidden = 64 };
    private static readonly NetworkOptions Cells = new() { NodeFeatures = 128, StaticFeatures = 0, Hidden = 64, Layers = 6, Readout = ReadoutKind.MeanOfLayers };

    [Fact]
    public void Predicts_what_the_published_latency_network_predicts() => ShouldAgree(GoldenModel.Latency(), Latency, WeightPrecision.Single, 1e-4f);

    [Fact]
    public void Predicts_what_the_published_latency_network_predicts_after_a_step() =>
        ShouldAgree(GoldenModel.LatencyAfterStep(), Latency, WeightPrecision.Single, 1e-4f);

    [Fact]
    public void Predicts_what_the_published_cell_network_predicts() => ShouldAgree(GoldenModel.Cells(), Cells, WeightPrecision.Single, 1e-4f);

    [Fact]
    public void Half_precision_weights_change_little() => ShouldAgree(GoldenModel.Latency(), Latency, WeightPrecision.Half, 5e-3f);

    private static void ShouldAgree(GoldenModel golden, NetworkOptions options, WeightPrecision precision, float tolerance)
    {
        var model = PredictorGraph.Build(options, golden.Weights, precision);
        using var session = new PredictorSession(model.ToByteArray(), options.Edges);
        float[] packed = session.Run(PackedBatch.Of(golden.Networks)).Predictions;
        for (int i = 0; i < golden.Networks.Count; i++)
        {
            packed[i].ShouldBe(golden.Predictions[i], tolerance * golden.Predictions[i]);
            session.Run(PackedBatch.Of([golden.Networks[i]])).Predictions[0].ShouldBe(golden.Predictions[i], tolerance * golden.Predictions[i]);
        }
    }
}
