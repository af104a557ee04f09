using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class StreamReadingTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void A_stripped_model_reads_like_the_file()
    {
        byte[] file = Convolution().ToByteArray();
        byte[] stripped = OnnxReader.Strip(new MemoryStream(file));
        var graph = _reader.Read(new MemoryStream(stripped), "model");
        stripped.Length.ShouldBeLessThan(file.Length);
        graph.Name.ShouldBe("model");
        graph.Outputs[0].Shape.ShouldBe(_reader.Read(new MemoryStream(file), "model").Outputs[0].Shape);
    }

    [Fact]
    public void Files_that_a_model_refers_to_are_not_opened()
    {
        var model = Convolution();
        foreach (var weight in model.Graph.Initializer)
        {
            weight.ClearRawData();
            weight.FloatData.Clear();
            weight.DataLocation = TensorProto.Types.DataLocation.External;
            weight.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "/etc/passwd" });
        }

        var graph = _reader.Read(new MemoryStream(model.ToByteArray()), "model");

        graph.Outputs[0].Shape.ShouldNotBeNull();
        graph.Warnings.ShouldContain(w => w.EndsWith("in other files, which are not read"));
    }

    [Fact]
    public void A_stream_without_a_model_is_an_error_that_has_its_name() =>
        Should.Throw<OnnxException>(() => _reader.Read(new MemoryStream("no model"u8.ToArray()), "upload")).Message.ShouldStartWith("upload: ");

    [Fact]
    public void An_empty_stream_is_an_error() =>
        Should.Throw<OnnxException>(() => OnnxReader.Strip(new MemoryStream())).Message.ShouldContain("empty");

    private static ModelProto Convolution()
    {
        var model = TestModels.Model(TestModels.Node("Conv", ["x", "w"], ["y"])).WithInput("x", 1, 3, 8, 8).WithWeight("w", 4, 3, 3, 3).WithOutput("y");
        model.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[4 * 4 * 3 * 3 * 3]);
        return model;
    }
}
