using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network;

public sealed class NarFormerNetworkTests
{
    private static readonly NetworkOptions Small = new() { NodeFeatures = 12, StaticFeatures = 3, Hidden = 16, Groups = 4 };

    private static readonly NetworkOptions Sage = Small with { Mixer = MixerKind.Sage, DegreeGate = false, FeedForward = FeedForwardKind.None };

    private static readonly NetworkOptions Transformer = Small with
    {
        Mixer = MixerKind.SelfAttention,
        Scope = AttentionScope.Network,
        Weighting = AttentionWeighting.Softmax,
        Positions = PositionKind.Depth,
        Stem = StemKind.Linear,
        FeedForward = FeedForwardKind.Full,
        DegreeGate = false,
    };

    public static TheoryData<NetworkOptions> EveryOption => new(
        Small,
        Small with { DegreeGate = false },
        Small with { StaticFeatures = 0 },
        Small with { Stem = StemKind.Linear },
        Small with { Edges = EdgeDirection.Both },
        Small with { FeedForward = FeedForwardKind.Full },
        Small with { Readout = ReadoutKind.MeanOfLayers, StaticFeatures = 0, Layers = 3 },
        Small with { Readout = ReadoutKind.SumOfNodeCosts },
        Small with { Readout = ReadoutKind.SumOfNodeCosts, StaticFeatures = 0 },
        Small with { Readout = ReadoutKind.SumOfNodeCosts, WorkFeature = 0 },
        Small with { Stem = StemKind.Linear, Edges = EdgeDirection.Both, ResidualAttention = true, Readout = ReadoutKind.SumOfNodeCosts },
        Small with { Scope = AttentionScope.Network },
        Small with { Scope = AttentionScope.Network, Weighting = AttentionWeighting.Softmax },
        Small with { Weighting = AttentionWeighting.Softmax, Edges = EdgeDirection.Both },
        Small with { IgnoresStatics = true },
        Sage,
        Transformer);

    [Theory]
    [MemberData(nameof(EveryOption))]
    public void A_packed_batch_gives_each_network_what_it_gets_alone(NetworkOptions options)
    {
        using var scope = NewDisposeScope();
        using var network = Evaluating(options);
        var samples = SampleNetworks.Several(options.NodeFeatures, options.StaticFeatures);
        float[] together = Predictions(network, samples);
        float[] alone = [.. samples.Select(s => Predictions(network, s)[0])];
        for (int i = 0; i < samples.Length; i++) together[i].ShouldBe(alone[i], Math.Abs(alone[i]) * 1e-4);
        together.ShouldAllBe(p => p > 0);
    }

    [Theory]
    [MemberData(nameof(EveryOption))]
    public void Gradients_are_the_slopes_of_the_loss(NetworkOptions options)
    {
        using var scope = NewDisposeScope();
        using var network = Evaluating(options);
        var samples = SampleNetworks.Several(options.NodeFeatures, options.StaticFeatures);
        using var batch = TorchBatch.From(PackedBatch.Of(samples));
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (name.StartsWith("layer_scale", StringComparison.Ordinal)) parameter.Singles().Fill(0.3f);
        }

        network.call(batch).log().sum().backward();
        var random = new Random(4);
        foreach (var (name, parameter) in network.named_parameters())
        {
            using var gradient = parameter.grad;
            gradient.ShouldNotBeNull(name);
            float[] direction = [.. gradient.Singles().ToArray().Select(g => Math.Sign(g) * (0.5f + random.NextSingle()))];
            double slope = gradient.Singles().ToArray().Zip(direction, (g, d) => (double)g * d).Sum();
            const float Step = 2e-4f;
            double above = Moved(parameter, direction, Step, () => LogSum(network, batch));
            double below = Moved(parameter, direction, -Step, () => LogSum(network, batch));
            ((above - below) / (2 * Step)).ShouldBe(slope, (Math.Abs(slope) * 0.12) + 0.02, name);
        }
    }

    [Theory]
    [MemberData(nameof(EveryOption))]
    public void An_embedding_has_a_row_for_each_network(NetworkOptions options)
    {
        using var scope = NewDisposeScope();
        using var network = Evaluating(options);
        using var batch = TorchBatch.From(PackedBatch.Of(SampleNetworks.Several(options.NodeFeatures, options.StaticFeatures)));
        network.Embed(batch).shape.ShouldBe([3, options.Hidden]);
    }

    [Fact]
    public void The_seed_decides_the_weights()
    {
        using var first = new NarFormerNetwork(Small, seed: 7);
        using var same = new NarFormerNetwork(Small, seed: 7);
        using var other = new NarFormerNetwork(Small, seed: 8);
        Weights(first).ShouldBe(Weights(same));
        Weights(first).ShouldNotBe(Weights(other));
    }

    [Fact]
    public void Dropout_is_for_training_only()
    {
        using var scope = NewDisposeScope();
        using var network = Evaluating(Small with { Dropout = 0.5 });
        using var batch = TorchBatch.From(PackedBatch.Of(SampleNetworks.Several(12, 3)));
        network.call(batch).Singles().ToArray().ShouldBe(network.call(batch).Singles().ToArray());
        network.train();
        network.call(batch).Singles().ToArray().ShouldNotBe(network.call(batch).Singles().ToArray());
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        using var network = new NarFormerNetwork(Small with { Edges = EdgeDirection.Both }, seed: 1);
        var packed = PackedBatch.Of(SampleNetworks.Several(12, 3));
        Step(network, packed);
        GC.Collect(); // what other tests left to finalisers
        GC.WaitForPendingFinalizers();
        long before = Tensor.TotalCount;
        for (int i = 0; i < 20; i++) Step(network, packed);
        Tensor.TotalCount.ShouldBe(before);
    }

    [Fact]
    public void Features_of_another_encoding_are_refused()
    {
        using var network = new NarFormerNetwork(Small, seed: 1);
        using var batch = TorchBatch.From(PackedBatch.Of(SampleNetworks.Several(11, 3)));
        Should.Throw<ArgumentException>(() => network.call(batch)).Message.ShouldContain("11 features a node");
    }

    [Theory]
    [InlineData(16, 5, false, "groups")]
    [InlineData(16, 4, true, "residualAttention")]
    public void Options_that_do_not_fit_each_other_are_refused(int hidden, int groups, bool residual, string named) =>
        Should.Throw<ArgumentException>(() => new NarFormerNetwork(Small with { Hidden = hidden, Groups = groups, ResidualAttention = residual }, seed: 1))
            .Message.ShouldContain(named);

    [Fact]
    public void Mixers_that_do_not_fit_other_options_are_refused()
    {
        Refused(Sage with { DegreeGate = true }, "degreeGate");
        Refused(Sage with { Scope = AttentionScope.Network }, "mixer sage");
        Refused(Transformer with { Heads = 3 }, "heads");
        Refused(Transformer with { Stem = StemKind.None }, "stem linear");
        Refused(Transformer with { Weighting = AttentionWeighting.Linear }, "weighting softmax");
        Refused(Small with { Scope = AttentionScope.Network, Edges = EdgeDirection.Both }, "edges");
        Refused(Small with { Positions = PositionKind.Depth }, "positions");

        static void Refused(NetworkOptions options, string named) =>
            Should.Throw<ArgumentException>(() => new NarFormerNetwork(options, seed: 1)).Message.ShouldContain(named);
    }

    [Fact]
    public void The_published_NNLP_has_as_many_parameters_as_theirs()
    {
        using var network = new NarFormerNetwork(Sage with { NodeFeatures = 44, StaticFeatures = 4, Hidden = 512 }, seed: 1);
        network.parameters().Sum(p => p.numel()).ShouldBe(1_360_897);
    }

    [Fact]
    public void A_transformer_knows_where_nodes_stand_and_not_which_edges_lead_there()
    {
        using var scope = NewDisposeScope();
        using var network = Evaluating(Transformer);
        float[] features = [.. Enumerable.Range(0, 4 * 12).Select(i => MathF.Sin(i))];
        float[] statics = [0, 1, 2];
        float chain = Predictions(network, new EncodedNetwork(4, features, [0, 1, 2], [1, 2, 3], statics))[0];
        float skipping = Predictions(network, new EncodedNetwork(4, features, [0, 1, 2, 0], [1, 2, 3, 3], statics))[0];
        float wide = Predictions(network, new EncodedNetwork(4, features, [0, 0, 0], [1, 2, 3], statics))[0];
        skipping.ShouldBe(chain);
        wide.ShouldNotBe(chain);
    }

    private static void Step(NarFormerNetwork network, PackedBatch packed)
    {
        using var scope = NewDisposeScope();
        using var batch = TorchBatch.From(packed);
        network.zero_grad();
        network.call(batch).sum().backward();
    }

    private static NarFormerNetwork Evaluating(NetworkOptions options)
    {
        var network = new NarFormerNetwork(options, seed: 3);
        network.eval();
        return network;
    }

    private static float[] Predictions(NarFormerNetwork network, params EncodedNetwork[] samples)
    {
        using var batch = TorchBatch.From(PackedBatch.Of(samples));
        return network.call(batch).Singles().ToArray();
    }

    private static double LogSum(NarFormerNetwork network, TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        return network.call(batch).Singles().ToArray().Sum(p => Math.Log(p));
    }

    private static double Moved(Tensor parameter, float[] direction, float step, Func<double> value)
    {
        float[] kept = parameter.Singles().ToArray();
        for (int i = 0; i < kept.Length; i++) parameter.Singles()[i] += step * direction[i];
        double moved = value();
        kept.CopyTo(parameter.Singles());
        return moved;
    }

    private static float[] Weights(NarFormerNetwork network) => [.. network.parameters().SelectMany(p => p.Singles().ToArray())];
}
