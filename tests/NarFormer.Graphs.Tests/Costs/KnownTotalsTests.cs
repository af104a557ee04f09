using NarFormer.Graphs.Costs;
using NarFormer.Onnx;
using NarFormer.Zoo.Building;
using NarFormer.Zoo.Families;

namespace NarFormer.Graphs.Tests.Costs;

/// <summary>Published totals of well-known networks at 224 x 224, one image, batch normalisation folded or not.</summary>
public sealed class KnownTotalsTests
{
    [Fact]
    public void ResNet18_has_1814_million_macs_and_11_69_million_parameters()
    {
        var cost = CostOf(ResNet.ResNet18.Build);
        cost.Macs.ShouldBe(1_814_073_344);
        cost.Parameters.ShouldBe(11_684_712);
    }

    [Fact]
    public void ResNet50_has_4089_million_macs_and_25_56_million_parameters()
    {
        var cost = CostOf(ResNet.ResNet50.Build);
        cost.Macs.ShouldBe(4_089_184_256);
        cost.Parameters.ShouldBe(25_530_472);
    }

    [Fact]
    public void Batch_normalisation_that_is_not_folded_adds_scale_shift_mean_and_variance() =>
        CostOf(ResNet.ResNet50.Build, foldsBatchNormalization: false).Parameters.ShouldBe(25_557_032 + 2 * 26_560);

    [Fact]
    public void Vgg16_has_15_47_billion_macs_and_138_36_million_parameters()
    {
        var cost = CostOf(Vgg.Vgg16.Build);
        cost.Macs.ShouldBe(15_470_264_320);
        cost.Parameters.ShouldBe(138_357_544);
    }

    [Fact]
    public void Vgg11_has_7_61_billion_macs_and_132_86_million_parameters()
    {
        var cost = CostOf(Vgg.Vgg11.Build);
        cost.Macs.ShouldBe(7_609_090_048);
        cost.Parameters.ShouldBe(132_863_336);
    }

    [Fact]
    public void MobileNetV2_has_300_8_million_macs_and_3_5_million_parameters()
    {
        var cost = CostOf(MobileNetV2.Canonical.Build);
        cost.Macs.ShouldBe(300_774_272);
        cost.Parameters.ShouldBe(3_487_816);
    }

    [Fact]
    public void AlexNet_has_714_million_macs_and_61_1_million_parameters()
    {
        var cost = CostOf(AlexNet.Canonical.Build);
        cost.Macs.ShouldBe(714_188_480);
        cost.Parameters.ShouldBe(61_100_840);
    }

    [Fact]
    public void A_Bert_base_layer_at_128_tokens_has_931_million_macs_and_7_09_million_parameters()
    {
        const int Length = 128, Width = 768, Inner = 3072;
        var bert = new Bert(30522, Length, Width, 12, 1, Inner, 2);
        var cost = CostOf(b => b.Output(bert.EncoderLayer(b, b.Input("tokens", ElementType.Float32, 1, Length, Width))));
        cost.Macs.ShouldBe(Length * (4L * Width * Width + 2L * Width * Inner) + 2L * Length * Length * Width);
        cost.Parameters.ShouldBe(7_087_872);
    }

    [Fact]
    public void A_batch_of_four_costs_four_times_the_work() =>
        CostOf(ResNet.ResNet18.Build, batch: 4).Macs.ShouldBe(4 * 1_814_073_344L);

    [Theory]
    [InlineData("resnet18.onnx", 1_814_073_344, 11_684_712)]
    [InlineData("vgg11.onnx", 7_609_090_048, 132_863_336)]
    [InlineData("mobilenet_v2.onnx", 300_774_272, 3_487_816)]
    [InlineData("alexnet.onnx", 714_188_480, 61_100_840)]
    [InlineData("densenet121.onnx", 2_834_161_664, 8_040_040)]
    public void Exports_of_others_have_the_same_totals(string file, long macs, long parameters)
    {
        var graph = new OnnxReader().Read(Testing.SharedData.Path("golden", "onnx", file), new OnnxReadOptions { Batch = 1 });
        var cost = NetworkCost.Of(graph);
        cost.Macs.ShouldBe(macs);
        cost.Parameters.ShouldBe(parameters);
        cost.NodesWithoutShape.ShouldBe(0);
    }

    private static NetworkCost CostOf(Action<NetworkBuilder> build, int batch = 1, bool foldsBatchNormalization = true)
    {
        var builder = new NetworkBuilder(batch) { FoldsBatchNormalization = foldsBatchNormalization };
        build(builder);
        var cost = NetworkCost.Of(new OnnxReader().Read(builder.Finish("known", 0), "known"));
        cost.NodesWithoutShape.ShouldBe(0);
        cost.UnknownOperators.ShouldBeEmpty();
        return cost;
    }
}
