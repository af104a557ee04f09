using Google.Protobuf;
using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class ExpansionLimitsTests
{
    private readonly OnnxReader _reader = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Functions_that_double_at_each_level_are_an_error(bool works)
    {
        const int Levels = 24;
        var model = TestModels.Model(Call(0)).WithInput("x", 1).WithOutput("y");
        for (int level = 0; level < Levels; level++)
        {
            var first = Call(level + 1);
            var second = Call(level + 1);
            first.Output[0] = "m";
            second.Input[0] = "m";
            model.Functions.Add(new FunctionProto { Name = $"f{level}", Domain = "mine", Input = { "x" }, Output = { "y" }, Node = { first, second } });
        }

        var last = new FunctionProto { Name = $"f{Levels}", Domain = "mine", Input = { "x" }, Output = { "y" } };
        if (works) last.Node.Add(TestModels.Node("Relu", ["x"], ["y"]));
        model.Functions.Add(last);

        Message(model).ShouldContain("there are more than 100000 nodes");
    }

    [Fact]
    public void Long_names_that_functions_multiply_are_an_error()
    {
        string name = new('n', 100_000);
        var model = TestModels.Model([.. Enumerable.Range(0, 500).Select(i => new NodeProto { OpType = "f", Domain = "mine", Name = name, Input = { "x" }, Output = { $"y{i}" } })]).WithInput("x", 1);
        model.Functions.Add(new FunctionProto { Name = "f", Domain = "mine", Input = { "x" }, Output = { "y" }, Node = { TestModels.Node("Relu", ["x"], ["y"]) } });

        Message(model).ShouldContain("characters together");
    }

    [Fact]
    public void Subgraphs_that_nest_without_end_are_an_error()
    {
        var graph = new GraphProto { Name = "inner" };
        for (int depth = 0; depth < 60; depth++)
            graph = new GraphProto { Name = "level", Node = { new NodeProto { OpType = "If", Input = { "x" }, Output = { $"o{depth}" }, Attribute = { new AttributeProto { Name = "then_branch", G = graph } } } } };
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        using var stream = new MemoryStream(model.ToByteArray());

        Should.Throw<OnnxException>(() => ModelFile.ReadWithoutWeights(stream, OnnxLimits.Default)).Message.ShouldContain("nest deeper");
        Message(model).ShouldContain("nest deeper");
    }

    [Theory]
    [InlineData(GraphProto.NodeFieldNumber)]
    [InlineData(GraphProto.InitializerFieldNumber)]
    [InlineData(GraphProto.ValueInfoFieldNumber)]
    public void Messages_without_number_are_an_error(int field)
    {
        // Two bytes make an object: a small file could fill the memory.
        const int Count = 2_000_000;
        byte[] graph = new byte[2 * Count];
        for (int i = 0; i < Count; i++) graph[2 * i] = (byte)((field << 3) | 2);
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(ModelProto.GraphFieldNumber, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(UnsafeByteOperations.UnsafeWrap(graph));
        }

        stream.Position = 0;
        Should.Throw<OnnxException>(() => ModelFile.ReadWithoutWeights(stream, OnnxLimits.Default)).Message.ShouldContain("more parts");
    }

    [Fact]
    public void A_structure_larger_than_the_limit_is_an_error()
    {
        var model = TestModels.Model(TestModels.Node("Relu", ["x"], ["y"])).WithInput("x", 1).WithOutput("y");
        using var stream = new MemoryStream(model.ToByteArray());

        Should.Throw<OnnxException>(() => ModelFile.ReadWithoutWeights(stream, new OnnxLimits { StructureBytes = 16 })).Message.ShouldContain("larger than 16 bytes");
    }

    [Fact]
    public void More_dimensions_than_the_limit_are_an_error_or_unknown()
    {
        Message(TestModels.Model(TestModels.Node("Relu", ["x"], ["y"])).WithInput("x", [.. Enumerable.Repeat<object>(1, 33)]).WithOutput("y")).ShouldContain("more than 32 dimensions");

        var wide = TestModels.Model(TestModels.Node("Unsqueeze", ["x", "axes"], ["y"])).WithInput("x", 1).WithIntegers("axes", [.. Enumerable.Range(0, 100).Select(i => (long)i)]).WithOutput("y");
        _reader.Read(wide, "wide").Outputs[0].Shape.ShouldBeNull();
    }

    private string Message(ModelProto model) => Should.Throw<OnnxException>(() => _reader.Read(model, "limits")).Message;

    private static NodeProto Call(int level) => new() { OpType = $"f{level}", Domain = "mine", Input = { "x" }, Output = { "y" } };
}
