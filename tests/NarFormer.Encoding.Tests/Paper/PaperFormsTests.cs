using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests.Paper;

/// <summary>The forms with which the paper compares its features.</summary>
public sealed class PaperFormsTests
{
    private static readonly NetworkTensor Image = SampleGraphs.Tensor("x", TensorKind.Input, 2, 3, 32, 32);

    private static readonly NetworkGraph Graph = Network(SampleGraphs.Node(
        "Conv",
        "y",
        new TensorShape(2, 16, 16, 16),
        [Image, SampleGraphs.Tensor("w", TensorKind.Constant, 16, 3, 5, 5)],
        ("kernel_shape", new AttributeValue.Integers([5, 5])),
        ("strides", new AttributeValue.Integers([2, 2])),
        ("pads", new AttributeValue.Integers([2, 2, 2, 2]))));

    [Fact]
    public void Real_numbers_are_centred_and_scaled_as_in_NNLP()
    {
        float[] row = RowOf(PaperEncoding.Real);
        row.Length.ShouldBe(44);
        row[0].ShouldBe(1); // Conv
        row[1..32].ShouldAllBe(f => f == 0);
        float[] attributes = [(5 - 2.53f) / 56, (2 - 1.16f) / 56, (2 - 0.75f) / 6, 0, (1 - 15.08f) / 6144, -0.77f, 0, 0];
        float[] shape = [(2 - 12.25f) / 1024, (16 - 286.96f) / 2496, (16 - 32.62f) / 256, (16 - 31.80f) / 256];
        float[] expected = [.. attributes, .. shape];
        for (int i = 0; i < expected.Length; i++) row[32 + i].ShouldBe(expected[i], 1e-6f);
        var statics = PaperEncoding.Real.Encode(Graph).StaticFeatures;
        statics.Length.ShouldBe(4);
        statics[0].ShouldBe(2);
        statics[2].ShouldBe(16 * 3 * 25 / 1e9f, 1e-9f);
    }

    [Fact]
    public void A_coded_operator_is_ten_numbers_and_the_rest_is_as_published()
    {
        float[] coded = RowOf(PaperEncoding.Coded), published = RowOf(PaperEncoding.Published);
        coded.Length.ShouldBe(130);
        coded[0].ShouldBe(MathF.Sin(1), 1e-6f);
        coded[1].ShouldBe(MathF.Cos(1), 1e-6f);
        coded[10..].ShouldBe(published[32..]);
        PaperEncoding.Coded.Encode(Graph).StaticFeatures.ShouldBe(PaperEncoding.Published.Encode(Graph).StaticFeatures);
    }

    [Fact]
    public void Every_form_says_how_wide_it_is()
    {
        foreach (var encoding in new[] { PaperEncoding.Published, PaperEncoding.Lenient, PaperEncoding.Real, PaperEncoding.Coded })
        {
            var encoded = encoding.Encode(Graph);
            encoded.FeatureCount.ShouldBe(encoding.NodeFeatureCount);
            encoded.StaticFeatures.Length.ShouldBe(encoding.StaticFeatureCount);
            EncodingCatalog.Find(encoding.Name[..^2]).Name.ShouldBe(encoding.Name);
        }
    }

    [Fact]
    public void A_node_on_which_the_published_code_fails_costs_nothing_where_that_is_wanted()
    {
        var transposed = Network(SampleGraphs.Node("ConvTranspose", "y", shape: null, [Image, SampleGraphs.Tensor("w", TensorKind.Constant, 3, 16, 2, 2)]));
        Should.Throw<NotSupportedException>(() => PaperEncoding.Published.Encode(transposed));
        var encoded = PaperEncoding.Lenient.Encode(transposed);
        encoded.NodeFeatures.ShouldAllBe(f => float.IsFinite(f));
        encoded.StaticFeatures[11].ShouldBe(1); // cos(0): no FLOPs
        PaperEncoding.Lenient.Encode(Graph).NodeFeatures.ShouldBe(PaperEncoding.Published.Encode(Graph).NodeFeatures);
        PaperEncoding.Lenient.Encode(Graph).StaticFeatures.ShouldBe(PaperEncoding.Published.Encode(Graph).StaticFeatures);
    }

    private static float[] RowOf(PaperEncoding encoding)
    {
        var encoded = encoding.Encode(Graph);
        return encoded.NodeFeatures[(encoded.NodeNames.ToList().IndexOf("y") * encoded.FeatureCount)..][..encoded.FeatureCount];
    }

    private static NetworkGraph Network(NetworkNode node) => new("small", 17, [Image], [node.Outputs[0]!], [node], []);
}
