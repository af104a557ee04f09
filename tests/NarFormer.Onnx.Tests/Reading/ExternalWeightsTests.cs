using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class ExternalWeightsTests
{
    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void A_location_outside_the_models_folder_is_an_error(string location)
    {
        using var folder = new TemporaryFolder();
        string path = Model(location).Save(folder.Path);

        Should.Throw<OnnxException>(() => new OnnxReader().Read(path)).Message.ShouldContain("'w'");
    }

    [Fact]
    public void A_link_that_leads_outside_is_an_error()
    {
        using var folder = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        string target = Path.Combine(outside.Path, "weights.bin");
        File.WriteAllBytes(target, new byte[16]);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "weights.bin"), target);
        string path = Model("weights.bin").Save(folder.Path);

        Should.Throw<OnnxException>(() => new OnnxReader().Read(path)).Message.ShouldContain("outside");
    }

    [Fact]
    public void A_missing_file_is_a_warning()
    {
        using var folder = new TemporaryFolder();
        string path = Model("weights.bin").Save(folder.Path);

        new OnnxReader().Read(path).Warnings.ShouldHaveSingleItem().ShouldContain("weights.bin");
    }

    private static ModelProto Model(string location)
    {
        var model = TestModels.Model(TestModels.Node("MatMul", ["x", "w"], ["y"])).WithInput("x", 1, 2).WithWeight("w", 2, 2).WithOutput("y");
        model.Graph.Initializer[0].DataLocation = TensorProto.Types.DataLocation.External;
        model.Graph.Initializer[0].ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        return model;
    }
}
