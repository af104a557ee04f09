using CsCheck;
using Google.Protobuf;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class DamagedFilesTests
{
    private static readonly byte[] Whole = TestModels.Model(
            TestModels.Node("Conv", ["x", "w"], ["c"]), TestModels.Node("Relu", ["c"], ["r"]), TestModels.Node("Reshape", ["r", "s"], ["y"]))
        .WithInput("x", 1, 3, 8, 8).WithWeight("w", 4, 3, 3, 3).WithIntegers("s", 1, -1).WithOutput("y").ToByteArray();

    [Fact]
    public void A_file_with_changed_bytes_gives_a_graph_or_a_clear_error()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "damaged.onnx");
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                byte[] bytes = [.. Whole];
                foreach (var (position, value) in changes) bytes[position] = value;
                ReadOrFail(path, bytes);
            },
            iter: 400, threads: 1);
    }

    [Fact]
    public void A_file_cut_short_gives_a_graph_or_a_clear_error()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "short.onnx");
        for (int length = 0; length < Whole.Length; length++) ReadOrFail(path, Whole[..length]);
    }

    private static void ReadOrFail(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        try
        {
            new OnnxReader().Read(path);
        }
        catch (OnnxException e)
        {
            e.Message.ShouldStartWith(path);
        }
    }
}
