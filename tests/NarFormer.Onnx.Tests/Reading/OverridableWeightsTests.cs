using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class OverridableWeightsTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void A_stored_tensor_that_is_an_input_too_is_no_input_but_may_be_replaced()
    {
        var graph = _reader.Read(Model(irVersion: 4), "overridable");

        graph.Inputs.ShouldHaveSingleItem().Name.ShouldBe("x");
        graph.Nodes.ShouldHaveSingleItem().Inputs.Select(i => i!.IsOverridable).ShouldBe([false, true]);
        graph.Warnings.ShouldHaveSingleItem().ShouldStartWith("1 stored tensor is an input too");
    }

    [Fact]
    public void Before_version_4_of_the_format_that_says_nothing()
    {
        var graph = _reader.Read(Model(irVersion: 3), "old");

        graph.Inputs.ShouldHaveSingleItem().Name.ShouldBe("x");
        graph.Nodes.ShouldHaveSingleItem().Inputs.ShouldAllBe(i => !i!.IsOverridable);
        graph.Warnings.ShouldBeEmpty();
    }

    private static ModelProto Model(long irVersion)
    {
        var model = TestModels.Model(TestModels.Node("MatMul", ["x", "w"], ["y"])).WithInput("x", 1, 4).WithWeight("w", 4, 3).WithInput("w", 4, 3).WithOutput("y");
        model.IrVersion = irVersion;
        return model;
    }
}
