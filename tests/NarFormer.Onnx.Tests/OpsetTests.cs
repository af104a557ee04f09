using NarFormer.Graphs;

namespace NarFormer.Onnx.Tests;

public sealed class OpsetTests
{
    [Fact]
    public void Operator_sets_7_to_22_are_read_without_remark()
    {
        for (int opset = 7; opset <= 22; opset++)
        {
            // Axes and bounds are attributes in old versions and inputs in new ones.
            bool axesAreInputs = opset >= 13, boundsAreInputs = opset >= 10;
            var squeeze = axesAreInputs ? TestModels.Node("Squeeze", ["x", "one"], ["a"]) : TestModels.Node("Squeeze", ["x"], ["a"], Integers("axes", 1));
            var slice = boundsAreInputs ? TestModels.Node("Slice", ["a", "one", "three"], ["y"]) : TestModels.Node("Slice", ["a"], ["y"], Integers("starts", 1), Integers("ends", 3));
            var model = TestModels.Model(squeeze, slice).WithInput("x", 5, 1, 4).WithIntegers("one", 1).WithIntegers("three", 3).WithOutput("y");
            model.OpsetImport[0].Version = opset;

            var graph = new OnnxReader().Read(model, $"opset {opset}");

            graph.Opset.ShouldBe(opset);
            graph.Outputs[0].Shape.ShouldBe(new TensorShape(2, 4));
            graph.Warnings.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(99)]
    public void Others_are_read_with_a_warning(long opset)
    {
        var model = TestModels.Model(TestModels.Node("Relu", ["x"], ["y"])).WithInput("x", 1).WithOutput("y");
        model.OpsetImport[0].Version = opset;

        new OnnxReader().Read(model, "opset").Warnings.ShouldHaveSingleItem().ShouldStartWith($"operator set {opset} is outside 7 to 24");
    }

    private static Schema.AttributeProto Integers(string name, params long[] values) => new() { Name = name, Type = Schema.AttributeProto.Types.AttributeType.Ints, Ints = { values } };
}
