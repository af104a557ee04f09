using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network;

public sealed class ScaledStaticsTests
{
    private static readonly NetworkOptions Scaled = new() { NodeFeatures = 12, StaticFeatures = 3, Hidden = 16, Groups = 4, ScaledStatics = true };

    [Fact]
    public void Features_in_other_units_give_the_same_predictions()
    {
        var samples = SampleNetworks.Several(12, 3);
        EncodedNetwork[] moved = [.. samples.Select(s => new EncodedNetwork(
            s.NodeCount, s.NodeFeatures, s.EdgeSources, s.EdgeTargets, [.. s.StaticFeatures.Select((f, i) => (100 * (i + 1) * f) - 7)]))];
        float[] expected = Predictions(samples), predicted = Predictions(moved);
        for (int i = 0; i < samples.Length; i++) predicted[i].ShouldBe(expected[i], 1e-4f);
    }

    [Fact]
    public void A_feature_that_never_changes_does_not_count()
    {
        float[] predicted = Predictions(Constant(5)), other = Predictions(Constant(8));
        predicted[0].ShouldBe(other[0], 1e-5f);
    }

    [Fact]
    public void The_scale_is_a_weight_that_is_not_trained()
    {
        using var network = new NarFormerNetwork(Scaled, seed: 1);
        var scale = network.named_parameters().Where(p => p.name.StartsWith("static_scaling", StringComparison.Ordinal)).ToArray();
        scale.Select(p => p.name).ShouldBe(["static_scaling.weight", "static_scaling.bias"], ignoreOrder: true);
        scale.ShouldAllBe(p => !p.parameter.requires_grad);
    }

    [Theory]
    [InlineData(0, ReadoutKind.SumWithStatics)]
    [InlineData(3, ReadoutKind.MeanOfLayers)]
    public void Without_statics_there_is_nothing_to_scale(int statics, ReadoutKind readout) =>
        Should.Throw<ArgumentException>(() => new NarFormerNetwork(Scaled with { StaticFeatures = statics, Readout = readout }, seed: 1)).Message.ShouldContain("scaledStatics");

    private static EncodedNetwork[] Constant(float value) =>
        [.. SampleNetworks.Several(12, 3).Select(s => new EncodedNetwork(s.NodeCount, s.NodeFeatures, s.EdgeSources, s.EdgeTargets, [s.StaticFeatures[0], s.StaticFeatures[1], value]))];

    private static float[] Predictions(EncodedNetwork[] samples)
    {
        using var scope = NewDisposeScope();
        using var network = new NarFormerNetwork(Scaled, seed: 3);
        network.ScaleStatics(samples);
        network.eval();
        using var batch = TorchBatch.From(PackedBatch.Of(samples));
        return network.call(batch).Singles().ToArray();
    }
}
