using CsCheck;
using Google.Protobuf;
using NarFormer.Graphs;
using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class StrippedModelsTests
{
    private static readonly float[] Many = new float[5000];

    [Fact]
    public void Large_values_go_from_wherever_tensors_lie()
    {
        var model = TestModels.Model(WithTensor(Large("attribute"))).WithInput("x", 1);
        model.Graph.Initializer.Add(Large("initializer"));
        model.Graph.SparseInitializer.Add(new SparseTensorProto { Values = Large("sparse") });
        model.Functions.Add(new FunctionProto { Name = "f", Node = { WithTensor(Large("function")) } });
        model.Graph.Node.Add(new NodeProto { OpType = "If", Attribute = { new AttributeProto { Name = "then_branch", G = new GraphProto { Initializer = { Large("branch") }, Node = { WithTensor(Large("inner")) } } } } });

        var stripped = Strip(model.ToByteArray());

        var names = new List<string>();
        StoredTensors.Visit(stripped, tensor =>
        {
            names.Add(tensor.Name);
            TensorData.IsPresent(tensor).ShouldBeFalse(tensor.Name);
            tensor.Dims.ShouldBe([5000]);
            tensor.DataType.ShouldBe((int)ElementType.Float32);
        });
        names.Order().ShouldBe(["attribute", "branch", "function", "initializer", "inner", "sparse"]);
    }

    [Fact]
    public void Values_that_are_stored_one_by_one_go_too()
    {
        // The old way of writing repeated numbers: a tag before each.
        byte[] tensor = Unpacked(new TensorProto { Name = "w", DataType = (int)ElementType.Float32, Dims = { 5000 } }, TensorProto.FloatDataFieldNumber, 5000);
        byte[] graph = Delimited(GraphProto.InitializerFieldNumber, tensor);

        var stripped = Strip(Delimited(ModelProto.GraphFieldNumber, graph)).Graph.Initializer.ShouldHaveSingleItem();

        stripped.FloatData.ShouldBeEmpty();
        stripped.Dims.ShouldBe([5000]);
    }

    [Fact]
    public void Comments_go()
    {
        var model = TestModels.Model(TestModels.Node("Relu", ["x"], ["y"])).WithInput("x", 1).WithOutput("y");
        model.DocString = model.Graph.DocString = model.Graph.Node[0].DocString = "long story";
        model.MetadataProps.Add(new StringStringEntryProto { Key = "author", Value = "me" });

        Strip(model.ToByteArray()).ToString().ShouldNotContain("story");
    }

    [Fact]
    public void A_model_of_small_tensors_stays_the_same() =>
        Gen.Long[0, 1000].Array[0, 20].Array[0, 5].Sample(tensors =>
        {
            var model = TestModels.Model(TestModels.Node("Relu", ["x"], ["y"], TestModels.Integer("a", 3))).WithInput("x", "batch", 3).WithOutput("y");
            foreach (var (i, values) in tensors.Index()) model.WithIntegers($"t{i}", values);
            Strip(model.ToByteArray()).ShouldBe(model);
        }, iter: 100);

    private static ModelProto Strip(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return ModelFile.ReadWithoutWeights(stream, OnnxLimits.Default);
    }

    private static TensorProto Large(string name) => new() { Name = name, DataType = (int)ElementType.Float32, Dims = { 5000 }, FloatData = { Many } };

    private static NodeProto WithTensor(TensorProto tensor) => new() { OpType = "Constant", Output = { tensor.Name }, Attribute = { new AttributeProto { Name = "value", T = tensor } } };

    private static byte[] Unpacked(TensorProto head, int field, int count)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            head.WriteTo(output);
            for (int i = 0; i < count; i++)
            {
                output.WriteTag(field, WireFormat.WireType.Fixed32);
                output.WriteFixed32(0);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Delimited(int field, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(UnsafeByteOperations.UnsafeWrap(content));
        }

        return stream.ToArray();
    }
}
