namespace NarFormer.Onnx.Tests;

public sealed class OnnxWriterTests
{
    [Fact]
    public void What_is_written_is_read_and_nothing_else_is_left_behind()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "model.onnx");
        File.WriteAllText(path, "old");
        var model = TestModels.Model(TestModels.Node("Relu", ["x"], ["y"])).WithInput("x", 2, 3).WithOutput("y");

        OnnxWriter.Write(model, path);

        new OnnxReader().Read(path).Nodes.Count.ShouldBe(1);
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        OnnxWriter.Write(TestModels.Model(TestModels.Node("Relu", ["x"], ["y"], TestModels.Integer("b", 1), TestModels.Integer("a", 2))), first);
        OnnxWriter.Write(TestModels.Model(TestModels.Node("Relu", ["x"], ["y"], TestModels.Integer("b", 1), TestModels.Integer("a", 2))), second);

        first.ToArray().ShouldBe(second.ToArray());
    }
}
