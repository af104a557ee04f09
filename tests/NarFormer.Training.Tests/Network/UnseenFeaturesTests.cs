using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network;

public sealed class UnseenFeaturesTests
{
    private const int Unseen = 5;
    private static readonly NetworkOptions Options = new() { NodeFeatures = 12, StaticFeatures = 3, Hidden = 16, Groups = 4, Stem = StemKind.Linear };

    [Fact]
    public void A_feature_that_no_training_network_has_does_not_count() => Prediction(unseen: 3).ShouldBe(Prediction(unseen: 0), 1e-6f);

    [Fact]
    public void A_feature_that_they_have_counts() => Prediction(unseen: 3, seen: true).ShouldNotBe(Prediction(unseen: 0, seen: true));

    private static float Prediction(float unseen, bool seen = false)
    {
        using var scope = NewDisposeScope();
        using var network = new NarFormerNetwork(Options, seed: 3);
        network.IgnoreUnseen([.. SampleNetworks.Several(12, 3).Select(n => seen ? n : With(n, 0))]);
        network.eval();
        using var batch = TorchBatch.From(PackedBatch.Of([With(SampleNetworks.Chain(6, 12, 3, 9), unseen)]));
        return network.call(batch).Singles().ToArray()[0];
    }

    private static EncodedNetwork With(EncodedNetwork network, float value) => new(
        network.NodeCount, [.. network.NodeFeatures.Select((f, i) => i % 12 == Unseen ? value : f)], network.EdgeSources, network.EdgeTargets, network.StaticFeatures);
}
