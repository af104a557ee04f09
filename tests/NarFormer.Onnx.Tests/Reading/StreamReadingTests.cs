using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class StreamReadingTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void A_model_without_weights_reads_like_the_file()
    {
        byte[] file = Convolution().ToByteArray();
        var model = Weightless(file);
        model.Proto.CalculateSize().ShouldBeLessThan(file.Length);
        _reader.Read(model).Outputs[0].Shape.ShouldBe(_reader.Read(Convolution(), "model").Outputs[0].Shape);
    }

    [Fact]
    public void Files_that_a_model_refers_to_are_not_opened()
    {
        var model = Convolution();
        foreach (var weight in model.Graph.Initializer)
        {
            weight.ClearRawData();
            weight.DataLocation = TensorProto.Types.DataLocation.External;
            weight.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "/etc/passwd" });
        }

        var graph = _reader.Read(Weightless(model.ToByteArray()));

        graph.Outputs[0].Shape.ShouldNotBeNull();
        graph.Warnings.ShouldContain(w => w.EndsWith("in other files, which are not read"));
    }

    [Theory]
    [InlineData("no model")]
    [InlineData("")]
    public void A_stream_without_a_model_is_an_error_that_has_its_name(string text) =>
        Should.Throw<OnnxException>(() => Weightless(System.Text.Encoding.UTF8.GetBytes(text))).Message.ShouldStartWith("upload: ");

    private static WeightlessModel Weightless(byte[] file) => WeightlessModel.Read(new MemoryStream(file), "upload");

    private static ModelProto Convolution()
    {
        var model = TestModels.Model(TestModels.Node("Conv", ["x", "w"], ["y"])).WithInput("x", 1, 3, 8, 8).WithWeight("w", 4, 3, 3, 3).WithOutput("y");
        model.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[4 * 4 * 3 * 3 * 3]);
        return model;
    }
}
