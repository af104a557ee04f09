using NarFormer.Encoding.Paper;
using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests.Paper;

public sealed class PaperGraphTests
{
    private static readonly TensorShape Shape = new(1, 4, 8, 8);
    private static readonly NetworkTensor Input = SampleGraphs.Tensor("input", TensorKind.Input, 1, 4, 8, 8);

    [Fact]
    public void Stored_weights_are_no_nodes_and_stored_operands_are()
    {
        var conv = SampleGraphs.Node("Conv", "conv", Shape, [Input, SampleGraphs.Tensor("weight", TensorKind.Constant, 4, 4, 1, 1)]);
        var add = SampleGraphs.Node("Add", "add", Shape, [conv.Outputs[0], SampleGraphs.Tensor("offset", TensorKind.Constant, 4)]);
        var graph = Of(conv, add);
        graph.Nodes.Select(n => (n.Name, n.Type)).ShouldBe([("input", "Input"), ("offset", "Input"), ("conv", "Conv"), ("add", "Add")]);
        graph.Edges.ShouldBe([new NetworkEdge(0, 2), new NetworkEdge(1, 3), new NetworkEdge(2, 3)]);
    }

    [Fact]
    public void A_weight_that_passes_through_an_identity_is_a_node()
    {
        var identity = SampleGraphs.Node("Identity", "copy", new TensorShape(4, 4, 1, 1), [SampleGraphs.Tensor("weight", TensorKind.Constant, 4, 4, 1, 1)]);
        var conv = SampleGraphs.Node("Conv", "conv", Shape, [Input, identity.Outputs[0]]);
        Of(identity, conv).Nodes.Select(n => n.Name).ShouldBe(["weight", "input", "copy", "conv"]);
    }

    [Fact]
    public void A_constant_node_is_an_input_where_it_feeds_data_and_gone_where_it_does_not()
    {
        var low = SampleGraphs.Node("Constant", "low", TensorShape.Scalar, []);
        var target = SampleGraphs.Node("Constant", "target", new TensorShape(2), []);
        var clip = SampleGraphs.Node("Clip", "clip", Shape, [Input, low.Outputs[0]]);
        var reshape = SampleGraphs.Node("Reshape", "reshape", new TensorShape(1, 256), [clip.Outputs[0], target.Outputs[0]]);
        var graph = Of(low, target, clip, reshape);
        graph.Nodes.Select(n => (n.Name, n.Type)).ShouldBe([("low", "Input"), ("input", "Input"), ("clip", "Clip"), ("reshape", "Reshape")]);
    }

    [Fact]
    public void Every_output_of_a_split_is_a_node()
    {
        var split = new NetworkNode
        {
            Name = "split",
            Operator = "Split",
            Inputs = [Input],
            Outputs = [SampleGraphs.Tensor("left", TensorKind.Computed, 1, 2, 8, 8), SampleGraphs.Tensor("right", TensorKind.Computed, 1, 2, 8, 8)],
        };
        var graph = Of(split);
        graph.Nodes.Select(n => n.Name).ShouldBe(["input", "left", "right"]);
        graph.Edges.Count.ShouldBe(2);
    }

    private static PaperGraph Of(params NetworkNode[] nodes) => PaperGraph.Of(new NetworkGraph("g", 13, [Input], [nodes[^1].Outputs[0]!], nodes, []));
}
