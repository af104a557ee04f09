using System.Security.Cryptography;
using CsCheck;
using NarFormer.Graphs;
using NarFormer.Graphs.Costs;

namespace NarFormer.Encoding.Tests.Universal;

public sealed class UniversalEncodingTests
{
    private static readonly UniversalEncoding Encoding = new();

    [Fact]
    public void Every_column_has_a_name_of_its_own()
    {
        UniversalEncoding.NodeFeatureNames.Count.ShouldBe(Encoding.NodeFeatureCount);
        UniversalEncoding.StaticFeatureNames.Count.ShouldBe(Encoding.StaticFeatureCount);
        UniversalEncoding.NodeFeatureNames.ShouldBeUnique();
        UniversalEncoding.StaticFeatureNames.ShouldBeUnique();
    }

    [Fact]
    public void The_layout_of_this_version_stays()
    {
        string layout = $"{Encoding.NodeFeatureCount} {Hash(UniversalEncoding.NodeFeatureNames)}, {Encoding.StaticFeatureCount} {Hash(UniversalEncoding.StaticFeatureNames)}";
        layout.ShouldBe("441 8F256336C37E4406, 132 A6F838D1547612E7");
    }

    [Fact]
    public void Any_network_gives_bounded_numbers() => SampleGraphs.Any.Sample(graph =>
    {
        var encoded = Encoding.Encode(graph);
        encoded.NodeFeatures.ShouldAllBe(f => f >= -2 && f <= 6);
        encoded.StaticFeatures.ShouldAllBe(f => f >= -2 && f <= 6);
    }, iter: 200);

    [Fact]
    public void Independent_nodes_in_another_order_give_the_same_rows_in_another_order() => Gen.Int[1, 6].Sample(shift =>
    {
        var input = SampleGraphs.Tensor("input", TensorKind.Input, 1, 8, 16, 16);
        var branches = Enumerable.Range(0, 7).Select(i => SampleGraphs.Node(
            i % 2 == 0 ? "Relu" : "Conv", $"branch{i}", new TensorShape(1, 8 + i, 16, 16), [input, SampleGraphs.Tensor($"w{i}", TensorKind.Constant, 8 + i, 8, 1, 1)])).ToArray();
        var join = SampleGraphs.Node("Concat", "join", new TensorShape(1, 77, 16, 16), [.. branches.Select(b => b.Outputs[0])]);
        NetworkNode[] rotated = [.. branches.Skip(shift), .. branches.Take(shift)];

        var straight = Encoding.Encode(new NetworkGraph("a", 17, [input], [join.Outputs[0]!], [.. branches, join], []));
        var turned = Encoding.Encode(new NetworkGraph("a", 17, [input], [join.Outputs[0]!], [.. rotated, join], []));

        for (int i = 0; i < straight.NodeCount; i++)
        {
            int other = turned.NodeNames.ToList().IndexOf(straight.NodeNames[i]);
            Row(turned, other).ShouldBe(Row(straight, i));
        }

        turned.StaticFeatures.ShouldBe(straight.StaticFeatures);
    }, iter: 6);

    [Fact]
    public void Kinds_of_convolution_are_told_apart()
    {
        var encoded = Encoding.Encode(SampleGraphs.Separable());
        Value(encoded, 0, "category.spatialConvolution").ShouldBe(1);
        Value(encoded, 1, "category.depthwiseConvolution").ShouldBe(1);
        Value(encoded, 2, "category.pointwiseConvolution").ShouldBe(1);
        Value(encoded, 1, "window.kernel.3").ShouldBe(1);
        Value(encoded, 2, "bias").ShouldBe(1);
        Value(encoded, 0, "matrix.inner").ShouldBe((float)(Math.Log2(1 + 27) / 8));
        Value(encoded, 0, "matrix.fewChannels").ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_recurrent_layer_is_a_product_of_matrices_at_each_step(int layout)
    {
        var x = layout == 0 ? SampleGraphs.Tensor("x", TensorKind.Input, 7, 2, 24) : SampleGraphs.Tensor("x", TensorKind.Input, 2, 7, 24);
        var layer = SampleGraphs.Node(
            "LSTM",
            "layer",
            new TensorShape(7, 2, 2, 16),
            [x, SampleGraphs.Tensor("w", TensorKind.Constant, 2, 64, 24), SampleGraphs.Tensor("r", TensorKind.Constant, 2, 64, 16)],
            ("layout", new AttributeValue.Integer(layout)));
        var encoded = Encoding.Encode(new NetworkGraph("a", 17, [x], [layer.Outputs[0]!], [layer], []));
        foreach (var (name, size) in new[] { ("groups", 14), ("rows", 2), ("columns", 64), ("inner", 40), ("channels", 24) })
            Value(encoded, 0, "matrix." + name).ShouldBe((float)(Math.Log2(1 + size) / 8));
    }

    [Fact]
    public void In_the_first_version_it_is_none()
    {
        var x = SampleGraphs.Tensor("x", TensorKind.Input, 7, 2, 24);
        var layer = SampleGraphs.Node(
            "GRU", "layer", new TensorShape(7, 1, 2, 16), [x, SampleGraphs.Tensor("w", TensorKind.Constant, 1, 48, 24), SampleGraphs.Tensor("r", TensorKind.Constant, 1, 48, 16)]);
        var graph = new NetworkGraph("a", 17, [x], [layer.Outputs[0]!], [layer], []);
        Value(UniversalEncoding.First, graph, "matrix.present").ShouldBe(0);
        Value(UniversalEncoding.Second, graph, "matrix.present").ShouldBe(1);
    }

    [Fact]
    public void Earlier_versions_stay()
    {
        foreach (var encoding in new[] { UniversalEncoding.First, UniversalEncoding.Second })
        {
            (encoding.NodeFeatureCount, encoding.NodeFeature("cost.macsAnd4Bytes"), encoding.NodeFeature("network.depth"), encoding.NodeFeature("kernel.leads")).ShouldBe((416, 350, 415, null));
            Value(encoding, SampleGraphs.Separable(), "share.macs").ShouldBe(432f / 832, 1e-6f);
        }
    }

    [Fact]
    public void Of_the_whole_network_a_node_knows_only_how_full_it_makes_a_cache()
    {
        UniversalEncoding.NodeFeatureNames.Where(n => n.StartsWith("network.", StringComparison.Ordinal)).ShouldBe(
            ["network.all.32K", "network.all.1M", "network.all.32M"]);
        foreach (string feature in new[] { "share.macs", "share.bytes", "share.weightBytes", "place.level", "network.nodes", "network.depth" })
            Encoding.NodeFeature(feature).ShouldBeNull();
    }

    [Fact]
    public void Every_node_knows_how_full_its_network_makes_a_cache()
    {
        var graph = SampleGraphs.Separable();
        var cost = NetworkCost.Of(graph);
        double bytes = cost.WeightBytes + cost.PeakActivationBytes;
        var encoded = Encoding.Encode(graph);
        for (int i = 0; i < encoded.NodeCount; i++) Value(encoded, i, "network.all.1M").ShouldBe((float)(bytes / (bytes + (1 << 20))));
    }

    [Fact]
    public void Places_that_a_runtime_fuses_are_marked()
    {
        var encoded = Encoding.Encode(SampleGraphs.Separable());
        Value(encoded, 3, "fusion.activationAfterProduct").ShouldBe(1);
        Value(encoded, 2, "fusion.activationFollows").ShouldBe(1);
        Value(encoded, 0, "place.readOnce").ShouldBe(0);
        Value(encoded, 0, "place.readsGraphInput").ShouldBe(1);
        Value(encoded, 4, "place.isGraphOutput").ShouldBe(1);
    }

    [Fact]
    public void An_activation_melts_into_its_convolution_through_a_normalisation()
    {
        var input = SampleGraphs.Tensor("input", TensorKind.Input, 1, 16, 8, 8);
        var shape = new TensorShape(1, 16, 8, 8);
        var conv = SampleGraphs.Node("Conv", "conv", shape, [input, SampleGraphs.Tensor("w", TensorKind.Constant, 16, 16, 3, 3)]);
        var norm = SampleGraphs.Node("BatchNormalization", "norm", shape, [conv.Outputs[0], SampleGraphs.Tensor("scale", TensorKind.Constant, 16)]);
        var relu = SampleGraphs.Node("Relu", "relu", shape, [norm.Outputs[0]]);
        var encoded = Encoding.Encode(new NetworkGraph("block", 17, [input], [relu.Outputs[0]!], [conv, norm, relu], []));
        Value(encoded, 0, "fusion.normalizationFollows").ShouldBe(1);
        Value(encoded, 0, "fusion.activationFollows").ShouldBe(1);
        Value(encoded, 0, "matrix.blocked").ShouldBe(1);
        Value(encoded, 1, "fusion.normalizationAfterConvolution").ShouldBe(1);
        Value(encoded, 2, "fusion.activationAfterProduct").ShouldBe(1);
    }

    [Fact]
    public void An_operator_nobody_knows_keeps_its_shapes_and_its_flag()
    {
        var input = SampleGraphs.Tensor("input", TensorKind.Input, 1, 8, 16, 16);
        var node = new NetworkNode { Name = "odd", Operator = "Conv", Domain = "example.org", Inputs = [input], Outputs = [input with { Name = "odd", Kind = TensorKind.Computed }] };
        var encoded = Encoding.Encode(new NetworkGraph("odd", 17, [input], [node.Outputs[0]!], [node], []));
        Value(encoded, 0, "operator.unknown").ShouldBe(1);
        Value(encoded, 0, "operator.Conv").ShouldBe(0);
        Value(encoded, 0, "output.channels").ShouldBe((float)(Math.Log2(9) / 8));
    }

    [Fact]
    public void A_shape_that_is_not_known_gives_its_flag_and_zeros()
    {
        var input = SampleGraphs.Tensor("input", TensorKind.Input, 1, 8);
        var node = SampleGraphs.Node("Relu", "relu", new TensorShape(1, TensorShape.Unknown), [input]);
        var encoded = Encoding.Encode(new NetworkGraph("unknown", 17, [input], [node.Outputs[0]!], [node], []));
        Value(encoded, 0, "output.unknown").ShouldBe(1);
        Value(encoded, 0, "output.rank").ShouldBe(0);
        Value(encoded, 0, "output.elements").ShouldBe(0);
    }

    [Fact]
    public void A_network_without_nodes_is_refused() =>
        Should.Throw<ArgumentException>(() => Encoding.Encode(new NetworkGraph("empty", 17, [], [], [], []))).Message.ShouldContain("empty");

    private static string Hash(IReadOnlyList<string> names) =>
        Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', names))))[..16];

    private static float[] Row(EncodedNetwork network, int node) =>
        network.NodeFeatures.AsSpan(node * network.FeatureCount, network.FeatureCount).ToArray();

    private static float Value(UniversalEncoding encoding, NetworkGraph graph, string feature) =>
        Row(encoding.Encode(graph), 0)[encoding.NodeFeature(feature)!.Value];

    private static float Value(EncodedNetwork network, int node, string feature) =>
        Row(network, node)[UniversalEncoding.NodeFeatureNames.ToList().IndexOf(feature)];
}
