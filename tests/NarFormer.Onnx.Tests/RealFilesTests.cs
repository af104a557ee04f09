using NarFormer.Testing;

namespace NarFormer.Onnx.Tests;

public sealed class RealFilesTests
{
    private readonly OnnxReader _reader = new();

    [Fact]
    public void All_networks_that_others_wrote_are_read()
    {
        string[] files = Directory.GetFiles(SharedData.Path("onnx-real"), "*.onnx");
        files.Length.ShouldBe(28);
        Failures(files).ShouldBeEmpty();
    }

    [Fact]
    public void Nearly_all_single_operator_files_are_read()
    {
        string[] files = Directory.GetFiles(SharedData.Path("onnx-real", "ops"), "*.onnx");
        files.Length.ShouldBe(119);
        Failures(files).Count.ShouldBeLessThanOrEqualTo(119 - 112);
    }

    [Fact]
    public void A_damaged_or_contradictory_file_gives_a_graph_or_a_clear_error()
    {
        foreach (string file in Directory.GetFiles(SharedData.Path("onnx-bad"), "*.onnx"))
        {
            try
            {
                _reader.Read(file).Nodes.ShouldNotBeNull();
            }
            catch (OnnxException e)
            {
                e.Message.ShouldStartWith(file);
            }
        }
    }

    [Fact]
    public void A_resnet50_whose_weights_are_computed_has_176_nodes() =>
        _reader.Read(SharedData.Path("onnx-real", "onnx__light_resnet50.onnx")).Nodes.Count.ShouldBe(176);

    private List<string> Failures(string[] files)
    {
        var failures = new List<string>();
        foreach (string file in files)
        {
            try
            {
                _reader.Read(file);
            }
            catch (OnnxException e)
            {
                failures.Add(e.Message);
            }
        }

        return failures;
    }
}
