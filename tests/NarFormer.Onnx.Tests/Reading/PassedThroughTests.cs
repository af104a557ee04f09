using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class PassedThroughTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void Identity_and_dropout_leave_and_readers_read_what_they_were_given()
    {
        var model = TestModels.Model(
                TestModels.Node("Relu", ["x"], ["a"]), TestModels.Node("Identity", ["a"], ["b"]), TestModels.Node("Dropout", ["b"], ["c"]), TestModels.Node("Sigmoid", ["c"], ["y"]))
            .WithInput("x", 1, 4).WithOutput("y");

        var graph = _reader.Read(model, "passed");

        graph.Nodes.Select(n => n.Operator).ShouldBe(["Relu", "Sigmoid"]);
        graph.Edges.ShouldBe([new NetworkEdge(0, 1)]);
    }

    [Fact]
    public void Dropout_leaves_if_nobody_reads_its_mask()
    {
        var model = TestModels.Model(TestModels.Node("Dropout", ["x"], ["a", "mask"]), TestModels.Node("Relu", ["a"], ["y"])).WithInput("x", 1, 4).WithOutput("y");

        _reader.Read(model, "unread").Nodes.ShouldHaveSingleItem().Operator.ShouldBe("Relu");
        _reader.Read(model.Clone().WithOutput("mask"), "output").Nodes.Count.ShouldBe(2);
        model.Graph.Node.Add(TestModels.Node("Not", ["mask"], ["z"]));
        _reader.Read(model.WithOutput("z"), "read").Nodes.Count.ShouldBe(3);
    }

    [Fact]
    public void Dropout_that_trains_stays()
    {
        var model = TestModels.Model(TestModels.Node("Dropout", ["x", "ratio", "training"], ["a"]), TestModels.Node("Relu", ["a"], ["y"]))
            .WithInput("x", 1, 4).WithWeight("ratio").WithOutput("y");
        model.Graph.Initializer.Add(new TensorProto { Name = "training", DataType = (int)ElementType.Bool, Int32Data = { 1 } });

        _reader.Read(model, "training").Nodes.Count.ShouldBe(2);
    }

    [Fact]
    public void Branches_decided_inside_each_other_leave_no_depth()
    {
        var inner = If("inner_out", Branch("then_branch", "Tanh", "deep"), Branch("else_branch", "Relu", "never"));
        var then = new AttributeProto
        {
            Name = "then_branch",
            G = new GraphProto { Name = "then", Node = { inner, TestModels.Node("Exp", ["inner_out"], ["then_out"]) }, Output = { new ValueInfoProto { Name = "then_out" } } },
        };
        var model = TestModels.Model(If("r", then, Branch("else_branch", "Sigmoid", "else")), TestModels.Node("Neg", ["r"], ["y"])).WithInput("x", 1, 4).WithOutput("y");
        model.Graph.Initializer.Add(new TensorProto { Name = "condition", DataType = (int)ElementType.Bool, Int32Data = { 1 } });

        var graph = _reader.Read(model, "nested");

        graph.Nodes.Select(n => (n.Operator, n.Depth)).ShouldBe([("Tanh", 0), ("Exp", 0), ("Neg", 0)]);
        graph.Edges.ShouldBe([new NetworkEdge(0, 1), new NetworkEdge(1, 2)]);
    }

    [Fact]
    public void A_decided_branch_that_gives_a_network_output_gives_it_under_its_name()
    {
        var model = TestModels.Model(If("y", Branch("then_branch", "Tanh", "then"), Branch("else_branch", "Relu", "else"))).WithInput("x", 1, 4).WithOutput("y");
        model.Graph.Initializer.Add(new TensorProto { Name = "condition", DataType = (int)ElementType.Bool, Int32Data = { 0 } });

        var graph = _reader.Read(model, "output");

        graph.Nodes.ShouldHaveSingleItem().Outputs.ShouldHaveSingleItem()!.Name.ShouldBe("y");
        graph.Outputs.ShouldHaveSingleItem().Name.ShouldBe("y");
    }

    [Fact]
    public void A_constant_cast_to_the_type_of_a_computed_tensor_is_a_constant()
    {
        var model = TestModels.Model(TestModels.Node("CastLike", ["w", "x"], ["c"]), TestModels.Node("Add", ["x", "c"], ["y"])).WithInput("x", 1, 4).WithWeight("w", 4).WithOutput("y");

        _reader.Read(model, "cast").Nodes.ShouldHaveSingleItem().Inputs[1]!.Kind.ShouldBe(TensorKind.Constant);
    }

    private static NodeProto If(string output, params AttributeProto[] branches) => new() { OpType = "If", Name = $"if_{output}", Input = { "condition" }, Output = { output }, Attribute = { branches } };

    private static AttributeProto Branch(string name, string type, string output) => new()
    {
        Name = name,
        G = new GraphProto { Name = name, Node = { TestModels.Node(type, ["x"], [output]) }, Output = { new ValueInfoProto { Name = output } } },
    };
}
