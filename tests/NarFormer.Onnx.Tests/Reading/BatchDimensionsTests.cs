using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class BatchDimensionsTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void A_name_that_says_batch_takes_it_wherever_it_stands()
    {
        var graph = Read(8, Identity("x", "batch", 4), Identity("state", 2, "batch", 128));

        Shapes(graph).ShouldBe(["8x4", "2x8x128"]);
    }

    [Fact]
    public void Beside_named_batches_only_open_first_dimensions_follow()
    {
        var graph = Read(8, Identity("x", "N", 4), Identity("y", "other", 4), Identity("anchors", 1, 4));

        Shapes(graph).ShouldBe(["8x4", "8x4", "1x4"]);
    }

    [Fact]
    public void Without_names_stated_first_dimensions_that_equal_the_first_inputs_follow()
    {
        var graph = Read(8, Identity("x", 1, 3, 32, 32), Identity("mask", 1, 32), Identity("classes", 80, 4), Identity("rate", 1));

        Shapes(graph).ShouldBe(["8x3x32x32", "8x32", "80x4", "1"]);
    }

    [Fact]
    public void A_batch_that_no_input_takes_is_a_warning() =>
        Read(8, Identity("rate", 1)).Warnings.ShouldBe(["batch 8 has no effect: no input has a batch dimension"]);

    [Fact]
    public void A_named_dimension_wins_over_the_batch()
    {
        var model = Model(Identity("x", "batch", 4));

        var graph = _reader.Read(model, "named", new OnnxReadOptions { Batch = 8, Dimensions = new Dictionary<string, long> { ["batch"] = 3 } });

        Shapes(graph).ShouldBe(["3x4"]);
        graph.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_size_for_a_name_that_is_not_there_is_a_warning()
    {
        var graph = _reader.Read(Model(Identity("x", 1, 4)), "named", new OnnxReadOptions { Dimensions = new Dictionary<string, long> { ["length"] = 3 } });

        graph.Warnings.ShouldBe(["no input has a dimension called 'length'"]);
    }

    [Fact]
    public void A_dimension_of_several_inputs_is_named_once()
    {
        var graph = _reader.Read(Model(Identity("ids", "batch", "length"), Identity("mask", "batch", "length")), "text");

        graph.Warnings.ShouldBe(["dimension 'batch' of inputs 'ids', 'mask' set to 1", "dimension 'length' of inputs 'ids', 'mask' set to 1"]);
    }

    private NetworkGraph Read(long batch, params (string Name, object[] Dimensions)[] inputs) =>
        _reader.Read(Model(inputs), "batched", new OnnxReadOptions { Batch = batch });

    private static (string Name, object[] Dimensions) Identity(string name, params object[] dimensions) => (name, dimensions);

    private static ModelProto Model(params (string Name, object[] Dimensions)[] inputs)
    {
        var model = TestModels.Model([.. inputs.Select(i => TestModels.Node("Relu", [i.Name], [i.Name + "_out"]))]);
        foreach (var (name, dimensions) in inputs) model.WithInput(name, dimensions).WithOutput(name + "_out");
        return model;
    }

    private static string[] Shapes(NetworkGraph graph) => [.. graph.Outputs.Select(o => o.Shape!.ToString())];
}
