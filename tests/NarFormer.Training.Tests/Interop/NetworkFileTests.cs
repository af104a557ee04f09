using NarFormer.Architecture;
using NarFormer.Encoding.Safetensors;
using NarFormer.Training.Interop;
using NarFormer.Training.Native;
using NarFormer.Training.Network;

namespace NarFormer.Training.Tests.Interop;

public sealed class NetworkFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors");

    [Fact]
    public void Gives_back_the_network_it_was_given()
    {
        var options = new NetworkOptions { NodeFeatures = 9, StaticFeatures = 2, Hidden = 16, Edges = EdgeDirection.Both, Readout = ReadoutKind.SumOfNodeCosts };
        using var network = new NarFormerNetwork(options, seed: 5);
        NetworkFile.Write(network, _path, new Dictionary<string, string>(StringComparer.Ordinal) { ["note"] = "kept" });
        using var read = NetworkFile.Read(_path);
        read.Options.ShouldBe(options);
        foreach (var (first, second) in network.named_parameters().Zip(read.named_parameters()))
        {
            second.name.ShouldBe(first.name);
            second.parameter.Singles().ToArray().ShouldBe(first.parameter.Singles().ToArray());
        }

        SafetensorsFile.Read(_path).Metadata["note"].ShouldBe("kept");
    }

    [Fact]
    public void Names_a_weight_that_is_missing()
    {
        using (var network = new NarFormerNetwork(new() { NodeFeatures = 9, StaticFeatures = 2, Hidden = 16 }, seed: 5)) NetworkFile.Write(network, _path);
        var file = SafetensorsFile.Read(_path);
        file.Tensors.Remove("fc_2.bias");
        file.Write(_path);
        var error = Should.Throw<InvalidDataException>(() => NetworkFile.Read(_path));
        error.Message.ShouldContain("fc_2.bias");
        error.Message.ShouldContain(_path);
    }

    public void Dispose() => File.Delete(_path);
}
