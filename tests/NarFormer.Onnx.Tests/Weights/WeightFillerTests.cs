using Google.Protobuf;
using NarFormer.Onnx.Weights;

namespace NarFormer.Onnx.Tests.Weights;

public sealed class WeightFillerTests
{
    [Fact]
    public void Missing_weights_get_values_that_are_the_same_each_time()
    {
        var first = Model();
        var second = Model();

        new WeightFiller().Fill(first).ShouldBe(1);
        new WeightFiller().Fill(second);

        first.Graph.Initializer[0].RawData.Length.ShouldBe(4 * 3 * 3 * 3 * sizeof(float));
        first.ToByteArray().ShouldBe(second.ToByteArray());
    }

    [Fact]
    public void Empty_raw_data_is_no_value()
    {
        var model = Model();
        model.Graph.Initializer[0].RawData = ByteString.Empty;

        new WeightFiller().Fill(model).ShouldBe(1);

        model.Graph.Initializer[0].RawData.Length.ShouldBe(4 * 3 * 3 * 3 * sizeof(float));
    }

    [Fact]
    public void Weights_that_are_there_stay()
    {
        var model = TestModels.Model(TestModels.Node("Reshape", ["x", "s"], ["y"])).WithInput("x", 2).WithIntegers("s", 2).WithOutput("y");

        new WeightFiller().Fill(model).ShouldBe(0);
    }

    private static Schema.ModelProto Model() =>
        TestModels.Model(TestModels.Node("Conv", ["x", "w"], ["y"])).WithInput("x", 1, 3, 8, 8).WithWeight("w", 4, 3, 3, 3).WithOutput("y");
}
