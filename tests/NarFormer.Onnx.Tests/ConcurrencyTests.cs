using NarFormer.Testing;

namespace NarFormer.Onnx.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task One_reader_serves_many_threads()
    {
        var reader = new OnnxReader();
        string path = SharedData.Path("onnx-real", "TensorRT__attention_head.onnx");
        string expected = Describe(reader, path);

        string[] read = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Describe(reader, path))));

        read.ShouldAllBe(d => d == expected);
    }

    private static string Describe(OnnxReader reader, string path)
    {
        var graph = reader.Read(path);
        return string.Join('\n', graph.Nodes.Select(n => $"{n} {string.Join(' ', n.Outputs)}").Concat(graph.Warnings));
    }
}
