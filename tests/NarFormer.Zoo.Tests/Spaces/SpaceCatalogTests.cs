using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Onnx.Weights;
using NarFormer.Zoo.Spaces;

namespace NarFormer.Zoo.Tests.Spaces;

public sealed class SpaceCatalogTests
{
    public static TheoryData<string> Names => [.. SpaceCatalog.Spaces.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Networks_are_valid_in_onnx_runtime(string name)
    {
        var space = SpaceCatalog.Find(name);
        var model = space.Build(space.Example, new SpaceOptions { Batch = 2 });
        new WeightFiller().Fill(model).ShouldBePositive();
        using var options = new SessionOptions { GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(model.ToByteArray(), options);
        session.OutputMetadata.Single().Value.Dimensions[0].ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_code_gives_the_same_bytes_and_says_which_it_is(string name)
    {
        var space = SpaceCatalog.Find(name);
        var model = space.Build(space.Example);
        model.MetadataProps.Single(m => m.Key == "code").Value.ShouldBe(space.Example);
        space.Build(space.Example).ToByteArray().ShouldBe(model.ToByteArray());
        space.Build(space.Example, new SpaceOptions { FoldsBatchNormalization = false }).ToByteArray().ShouldNotBe(model.ToByteArray());
        model.Graph.Initializer.Where(t => t.DataType == 1 && t.Dims.Count > 0).ShouldAllBe(t => t.RawData.IsEmpty);
    }

    [Theory]
    [InlineData("nasbench201", "|warp~0|+|none~0|none~1|+|none~0|none~1|none~2|", "warp")]
    [InlineData("nasbenchmacro", "0123", "4 numbers where 8")]
    [InlineData("nasbenchmacro", "01230120", "number 4 is '3'")]
    [InlineData("fbnet", "0 1 2", "3 blocks where 22")]
    [InlineData("fbnet", "0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 0 0 0", "block 10 is '9'")]
    [InlineData("ofa-mobilenetv3", "7 5", "1 parts where 4")]
    [InlineData("ofa-mobilenetv3", "7 5;;;224", "kernels: 2 numbers where 20")]
    [InlineData("ofa-mobilenetv3", "7 5;;;big", "resolution: 'big'")]
    public void A_wrong_code_is_an_error_that_says_where(string space, string code, string where) =>
        Should.Throw<FormatException>(() => SpaceCatalog.Find(space).Build(code)).Message.ShouldContain(where);

    [Fact]
    public void Names_and_numbers_are_the_same_network_of_fbnet()
    {
        var space = SpaceCatalog.Find("fbnet");
        var named = space.Build("k5_e6 skip k3_e1_g2 skip k5_e1 skip skip skip k5_e6 k5_e1 k3_e1_g2 k5_e1 k5_e6 k3_e6 k3_e3 k5_e6 k3_e6 k3_e3 k5_e1 k3_e3 k5_e1 k5_e1_g2");
        space.Build("7 8 1 8 4 8 8 8 7 4 1 4 7 3 2 7 3 2 4 2 4 5").Graph.Node.ShouldBe(named.Graph.Node);
        space.Build(space.Example, new SpaceOptions { Resolution = 224 }).Graph.Output[0].Type.TensorType.Shape.Dim[1].DimValue.ShouldBe(1000);
    }

    [Fact]
    public void An_unknown_space_is_an_error_that_lists_the_known_ones() =>
        Should.Throw<ArgumentException>(() => SpaceCatalog.Find("nosuch")).Message.ShouldContain("fbnet");
}
