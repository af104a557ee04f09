using System.IO.Compression;
using NarFormer.Encoding.Safetensors;
using NarFormer.Testing;
using NarFormer.Training.Interop;
using NarFormer.Training.Native;
using NarFormer.Training.Tests.Network;

namespace NarFormer.Training.Tests.Interop;

public sealed class TorchCheckpointTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pth");

    [Theory]
    [InlineData("latency_model")]
    [InlineData("cell_model")]
    public void Reads_the_published_layout(string model)
    {
        var checkpoint = TorchCheckpoint.Read(SharedData.Path("golden", model + ".pth"));
        var expected = SafetensorsFile.Read(SharedData.Path("golden", model + ".safetensors"));
        checkpoint.Tensors.Keys.ShouldBe(expected.Tensors.Keys.Where(k => k.StartsWith("state/", StringComparison.Ordinal)).Select(k => k["state/".Length..]));
        foreach (var (name, tensor) in checkpoint.Tensors)
        {
            tensor.Shape.ShouldBe(expected["state/" + name].Shape, name);
            tensor.Bytes.Span.SequenceEqual(expected["state/" + name].Bytes.Span).ShouldBeTrue(name);
        }

        checkpoint.Metadata["epoch"].ShouldBe("3");
    }

    [Fact]
    public void Builds_the_network_of_a_published_checkpoint()
    {
        using var network = NetworkFile.Read(SharedData.Path("golden", "latency_model.pth"));
        foreach (var (name, weight) in network.named_parameters()) weight.Singles().ToArray().ShouldBe(GoldenModel.Latency().State[name], name);
    }

    [Theory]
    [InlineData("cos\nsystem\n(X\u0004\0\0\0truetR.", "os.system")]
    [InlineData("cbuiltins\neval\n)R.", "builtins.eval")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n(R.", "mark")]
    [InlineData("ccollections\nOrderedDict\n(K\u0001tR.", "arguments")]
    [InlineData("i__main__\nThing\n.", "opcode")]
    [InlineData("}X\u00ff\u00ff\u00ff\u007f", "cut short")]
    [InlineData("R.", "stack")]
    [InlineData("h\u0005.", "recalls")]
    [InlineData("K\u0001.", "no dictionary")]
    [InlineData("}.", "no tensors")]
    public void Refuses_a_pickle_that_is_more_or_less_than_data(string pickle, string reason)
    {
        Write(("archive/data.pkl", System.Text.Encoding.Latin1.GetBytes(pickle)));
        var error = Should.Throw<InvalidDataException>(() => TorchCheckpoint.Read(_path));
        error.Message.ShouldContain(reason);
        error.Message.ShouldContain(_path);
    }

    [Theory]
    [InlineData(0, 2, 1, true)]
    [InlineData(0, 3, 1, false)]
    [InlineData(1, 2, 1, false)]
    [InlineData(0, 2, 2, false)]
    public void Refuses_a_tensor_that_reaches_outside_its_elements(int offset, int length, int stride, bool fits)
    {
        Write(("archive/data.pkl", Tensor(offset, length, stride)), ("archive/data/0", new byte[8]));
        if (fits) TorchCheckpoint.Read(_path)["w"].ToSingles().ShouldBe([0, 0]);
        else Should.Throw<InvalidDataException>(() => TorchCheckpoint.Read(_path)).Message.ShouldContain("outside");
    }

    [Fact]
    public void Names_a_file_that_is_no_archive()
    {
        File.WriteAllText(_path, "hello");
        Should.Throw<InvalidDataException>(() => TorchCheckpoint.Read(_path)).Message.ShouldContain(_path);
    }

    public void Dispose() => File.Delete(_path);

    private static byte[] Tensor(int offset, int length, int stride) => System.Text.Encoding.Latin1.GetBytes(
        "}X\u0001\0\0\0wctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\00X\u0003\0\0\0cpuK\u0002tQ"
        + $"K{(char)offset}K{(char)length}\u0085K{(char)stride}\u0085\u0089NtRs.");

    private void Write(params (string Name, byte[] Content)[] entries)
    {
        using var archive = ZipFile.Open(_path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
            stream.Write(content);
        }
    }
}
