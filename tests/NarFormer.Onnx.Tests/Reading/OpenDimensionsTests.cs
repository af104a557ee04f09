using NarFormer.Graphs;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class OpenDimensionsTests
{
    [Fact]
    public void The_smallest_size_that_fits_takes_the_place_of_one()
    {
        var model = TestModels.Model(TestModels.Node("Conv", ["x", "w"], ["y"])).WithInput("x", "batch", 1, "samples").WithWeight("w", 4, 1, 100).WithOutput("y");

        var graph = new OnnxReader().Read(model, "audio");

        graph.Outputs[0].Shape.ShouldBe(new TensorShape(1, 4, 157));
        graph.Warnings.ShouldBe(["dimension 'batch' of input 'x' set to 1", "dimension 'samples' of input 'x' set to 256"]);
    }

    [Fact]
    public void A_contradiction_that_no_size_resolves_stays_with_ones()
    {
        var model = TestModels.Model(TestModels.Node("Add", ["x", "w"], ["y"]), TestModels.Node("MatMul", ["w", "w"], ["z"]))
            .WithInput("x", 1, "length").WithWeight("w", 2, 3).WithOutput("y").WithOutput("z");

        var graph = new OnnxReader().Read(model, "contradiction");

        graph.Inputs[0].Shape.ShouldBe(new TensorShape(1, 1));
        graph.Warnings.ShouldContain(w => w.Contains("a product of 2x3 and 2x3"));
    }
}
