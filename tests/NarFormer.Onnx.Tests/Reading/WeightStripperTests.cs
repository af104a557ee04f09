using Google.Protobuf;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class WeightStripperTests
{
    [Fact]
    public void A_large_file_is_read_without_its_weights()
    {
        const long Megabyte = 1 << 20;
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "large.onnx");
        WriteWithWeightOf(path, 300 * Megabyte);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var graph = new OnnxReader().Read(path);

        graph.Outputs[0].Shape.ShouldBe(new TensorShape(1, 300 * Megabyte / 4));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20 * Megabyte);
    }

    [Fact]
    public void Small_tensors_keep_their_values_however_they_are_stored()
    {
        using var folder = new TemporaryFolder();
        var model = TestModels.Model(TestModels.Node("Reshape", ["x", "s"], ["y"])).WithInput("x", 2, 6).WithOutput("y");
        model.Graph.Initializer.Add(new TensorProto { Name = "s", DataType = (int)ElementType.Int64, Dims = { 2 }, RawData = ByteString.CopyFrom([3, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]) });

        new OnnxReader().Read(model.Save(folder.Path)).Outputs[0].Shape.ShouldBe(new TensorShape(3, 4));
    }

    // The weight's bytes are a hole in the file: they are there to be skipped, not to be read.
    private static void WriteWithWeightOf(string path, long bytes)
    {
        var model = TestModels.Model(TestModels.Node("MatMul", ["x", "w"], ["y"])).WithInput("x", 1, 1).WithOutput("y");
        var weight = new TensorProto { Name = "w", DataType = (int)ElementType.Float32, Dims = { 1, bytes / 4 } };
        byte[] head = weight.ToByteArray(), graph = model.Graph.ToByteArray();
        model.Graph = null;
        using var stream = File.Create(path);
        using var output = new CodedOutputStream(stream, leaveOpen: true);
        model.WriteTo(output);
        int rawTag = CodedOutputStream.ComputeTagSize(TensorProto.RawDataFieldNumber) + CodedOutputStream.ComputeInt64Size(bytes);
        long tensorLength = head.Length + rawTag + bytes;
        output.WriteTag(ModelProto.GraphFieldNumber, WireFormat.WireType.LengthDelimited);
        output.WriteInt64(graph.Length + CodedOutputStream.ComputeTagSize(GraphProto.InitializerFieldNumber) + CodedOutputStream.ComputeInt64Size(tensorLength) + tensorLength);
        output.Flush();
        stream.Write(graph);
        output.WriteTag(GraphProto.InitializerFieldNumber, WireFormat.WireType.LengthDelimited);
        output.WriteInt64(tensorLength);
        output.Flush();
        stream.Write(head);
        output.WriteTag(TensorProto.RawDataFieldNumber, WireFormat.WireType.LengthDelimited);
        output.WriteInt64(bytes);
        output.Flush();
        stream.SetLength(stream.Position + bytes);
    }
}
