using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests;

public sealed class OnnxReaderTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void Shape_arithmetic_is_folded_and_its_result_used()
    {
        var model = TestModels.Model(
                TestModels.Node("Shape", ["x"], ["shape"]),
                TestModels.Node("Gather", ["shape", "zero"], ["batch"]),
                TestModels.Node("Concat", ["batch", "rest"], ["target"], TestModels.Integer("axis", 0)),
                TestModels.Node("Reshape", ["x", "target"], ["y"]))
            .WithInput("x", 2, 3, 4).WithIntegers("zero", 0).WithIntegers("rest", -1).WithOutput("y");

        var graph = _reader.Read(model, "folded");

        graph.Nodes.Select(n => n.Operator).ShouldBe(["Reshape"]);
        graph.Outputs[0].Shape.ShouldBe(new TensorShape(2, 12));
    }

    [Fact]
    public void A_read_can_be_stopped()
    {
        var model = TestModels.Model(TestModels.Node("Relu", ["x"], ["y"])).WithInput("x", 2, 3).WithOutput("y");
        Should.Throw<OperationCanceledException>(() => _reader.Read(model, "stopped", new OnnxReadOptions { Cancellation = new CancellationToken(canceled: true) }));
    }

    [Fact]
    public void Without_folding_every_node_stays()
    {
        var model = TestModels.Model(TestModels.Node("Shape", ["x"], ["s"]), TestModels.Node("Reshape", ["x", "s"], ["y"])).WithInput("x", 2, 3).WithOutput("y");

        _reader.Read(model, "whole", new OnnxReadOptions { FoldConstants = false }).Nodes.Count.ShouldBe(2);
    }

    [Fact]
    public void Named_dimensions_take_their_values_and_others_are_one_with_a_warning()
    {
        var model = TestModels.Model(TestModels.Node("Relu", ["x"], ["y"])).WithInput("x", "batch", "length", 8).WithOutput("y");

        var graph = _reader.Read(model, "dynamic", new OnnxReadOptions { Dimensions = new Dictionary<string, long> { ["length"] = 5 } });

        graph.Outputs[0].Shape.ShouldBe(new TensorShape(1, 5, 8));
        graph.Warnings.ShouldHaveSingleItem().ShouldBe("dimension 'batch' of input 'x' set to 1");
    }

    [Fact]
    public void A_batch_takes_the_place_of_the_files_own_and_reshapes_follow()
    {
        var model = TestModels.Model(TestModels.Node("Reshape", ["x", "target"], ["y"])).WithInput("x", 1, 6).WithIntegers("target", 1, 2, 3).WithOutput("y");

        _reader.Read(model, "batched", new OnnxReadOptions { Batch = 4 }).Outputs[0].Shape.ShouldBe(new TensorShape(4, 2, 3));
    }

    [Fact]
    public void Local_functions_are_written_out_with_the_attributes_of_their_call()
    {
        var model = TestModels.Model(new NodeProto { OpType = "Block", Domain = "mine", Input = { "x" }, Output = { "y" }, Attribute = { TestModels.Integer("where", 1) } })
            .WithInput("x", 2, 3).WithOutput("y");
        var inner = TestModels.Node("Flatten", ["a"], ["b"]);
        inner.Attribute.Add(new AttributeProto { Name = "axis", RefAttrName = "where", Type = AttributeProto.Types.AttributeType.Int });
        model.Functions.Add(new FunctionProto { Name = "Block", Domain = "mine", Input = { "a" }, Output = { "c" }, Attribute = { "where" }, Node = { inner, TestModels.Node("Relu", ["b"], ["c"]) } });

        var graph = _reader.Read(model, "functions");

        graph.Nodes.Select(n => n.Operator).ShouldBe(["Flatten", "Relu"]);
        graph.Nodes[0].Integer("axis", -1).ShouldBe(1);
        graph.Edges.ShouldBe([new NetworkEdge(0, 1)]);
    }

    [Fact]
    public void A_function_that_calls_itself_is_an_error()
    {
        var call = new NodeProto { OpType = "Loops", Domain = "mine", Input = { "x" }, Output = { "y" } };
        var model = TestModels.Model(call).WithInput("x", 1).WithOutput("y");
        model.Functions.Add(new FunctionProto { Name = "Loops", Domain = "mine", Input = { "x" }, Output = { "y" }, Node = { call.Clone() } });

        Should.Throw<OnnxException>(() => _reader.Read(model, "endless")).Message.ShouldContain("nest deeper");
    }

    [Fact]
    public void An_unknown_operator_stays_a_node_and_is_named()
    {
        var model = TestModels.Model(new NodeProto { OpType = "Magic", Domain = "mine", Name = "m", Input = { "x" }, Output = { "y" } }).WithInput("x", 1, 4).WithOutput("y");

        var graph = _reader.Read(model, "unknown");

        graph.Nodes.ShouldHaveSingleItem().Domain.ShouldBe("mine");
        graph.Warnings.ShouldContain("operators outside the ONNX standard: mine:Magic");
        graph.Warnings.ShouldContain("the output shapes of 1 nodes are not known: 'm' (Magic)");
    }

    [Fact]
    public void The_branch_of_a_known_condition_takes_the_place_of_its_if()
    {
        var model = TestModels.Model(
                TestModels.Node("Equal", ["one", "one"], ["condition"]),
                new NodeProto
                {
                    OpType = "If",
                    Name = "if",
                    Input = { "condition" },
                    Output = { "y" },
                    Attribute = { Branch("then_branch", "Relu"), Branch("else_branch", "Sigmoid") },
                })
            .WithInput("x", 1, 4).WithIntegers("one", 1).WithOutput("y");

        _reader.Read(model, "branches").Nodes.Select(n => n.Operator).ShouldBe(["Relu"]);
    }

    [Fact]
    public void Both_branches_of_an_open_condition_are_nodes_one_level_deeper()
    {
        var model = TestModels.Model(new NodeProto
        {
            OpType = "If",
            Name = "if",
            Input = { "condition" },
            Output = { "y" },
            Attribute = { Branch("then_branch", "Relu"), Branch("else_branch", "Sigmoid") },
        })
            .WithInput("x", 1, 4).WithOutput("y");
        model.Graph.Input.Add(TestModels.Value("condition", ElementType.Bool));

        var graph = _reader.Read(model, "branches");

        graph.Nodes.Select(n => (n.Operator, n.Depth)).ShouldBe([("Relu", 1), ("Sigmoid", 1), ("If", 0)]);
        graph.Outputs[0].Shape.ShouldBe(new TensorShape(1, 4));
    }

    [Fact]
    public void A_tensor_that_nothing_makes_is_an_error_that_names_node_and_tensor()
    {
        var model = TestModels.Model(TestModels.Node("Relu", ["nowhere"], ["y"])).WithOutput("y");

        string message = Should.Throw<OnnxException>(() => _reader.Read(model, "file.onnx")).Message;

        message.ShouldStartWith("file.onnx: ");
        message.ShouldContain("Relu_y");
        message.ShouldContain("nowhere");
    }

    [Fact]
    public void Nodes_in_a_cycle_are_an_error()
    {
        var model = TestModels.Model(TestModels.Node("Relu", ["b"], ["a"]), TestModels.Node("Relu", ["a"], ["b"])).WithOutput("b");

        Should.Throw<OnnxException>(() => _reader.Read(model, "cycle")).Message.ShouldContain("from itself");
    }

    private static AttributeProto Branch(string name, string type)
    {
        var graph = new GraphProto { Name = name, Node = { TestModels.Node(type, ["x"], [name + "_out"]) }, Output = { new ValueInfoProto { Name = name + "_out" } } };
        return new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = graph };
    }
}
