using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class ExternalIntegersTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void Integers_that_can_be_a_shape_are_read_from_their_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "data.bin"), [.. new byte[16], .. BitConverter.GetBytes(3L), .. BitConverter.GetBytes(4L)]);

        var graph = _reader.Read(Model("data.bin", offset: "16").Save(folder.Path));

        graph.Outputs[0].Shape.ShouldBe(new TensorShape(3, 4));
        graph.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_too_short_leaves_the_shape_open_and_is_a_warning()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "data.bin"), new byte[8]);

        var graph = _reader.Read(Model("data.bin", offset: "0").Save(folder.Path));

        graph.Outputs[0].Shape.ShouldNotBe(new TensorShape(3, 4));
        graph.Warnings.ShouldContain(w => w.Contains("'data.bin' is missing beside the model, or too short"));
    }

    [Theory]
    [InlineData("sub/../../outside.bin", "0")]
    [InlineData("..\\outside.bin", "0")]
    [InlineData("data.bin", "-1")]
    [InlineData("data.bin", "many")]
    public void A_place_that_is_none_is_an_error(string location, string offset)
    {
        using var folder = new TemporaryFolder();
        string path = Model(location, offset).Save(folder.Path);

        Should.Throw<OnnxException>(() => _reader.Read(path)).Message.ShouldStartWith(path);
    }

    [Fact]
    public void A_linked_folder_that_leads_outside_is_an_error_even_without_the_file()
    {
        using var folder = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "weights"), outside.Path);

        Should.Throw<OnnxException>(() => _reader.Read(Model("weights/data.bin", "0").Save(folder.Path))).Message.ShouldContain("outside the model's folder");
    }

    [Fact]
    public void Links_in_a_circle_are_an_error()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b"), "a");

        Should.Throw<OnnxException>(() => _reader.Read(Model("a", "0").Save(folder.Path)));
    }

    [Fact]
    public void A_model_that_is_reached_through_a_link_may_have_weights_beside_it()
    {
        using var folder = new TemporaryFolder();
        using var link = new TemporaryFolder();
        string real = Path.Combine(folder.Path, "real");
        Directory.CreateDirectory(real);
        File.WriteAllBytes(Path.Combine(real, "data.bin"), [.. BitConverter.GetBytes(3L), .. BitConverter.GetBytes(4L)]);
        Model("data.bin", "0").Save(real);
        string linked = Path.Combine(link.Path, "linked");
        Directory.CreateSymbolicLink(linked, real);

        _reader.Read(Path.Combine(linked, "model.onnx")).Outputs[0].Shape.ShouldBe(new TensorShape(3, 4));
    }

    private static ModelProto Model(string location, string offset)
    {
        var model = TestModels.Model(TestModels.Node("Reshape", ["x", "s"], ["y"])).WithInput("x", 2, 6).WithOutput("y");
        model.Graph.Initializer.Add(new TensorProto
        {
            Name = "s",
            DataType = (int)ElementType.Int64,
            Dims = { 2 },
            DataLocation = TensorProto.Types.DataLocation.External,
            ExternalData = { Entry("location", location), Entry("offset", offset), Entry("length", "16") },
        });
        return model;
    }

    private static StringStringEntryProto Entry(string key, string value) => new() { Key = key, Value = value };
}
