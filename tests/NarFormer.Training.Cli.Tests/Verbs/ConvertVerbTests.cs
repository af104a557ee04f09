using System.Text.Json.Nodes;
using NarFormer.Testing;
using NarFormer.Training.Interop;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class ConvertVerbTests : IDisposable
{
    private readonly string _output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors");

    [Fact]
    public async Task A_published_checkpoint_becomes_a_network_file()
    {
        var run = await CommandLine.RunAsync("convert", SharedData.Path("golden", "latency_model.pth"), "-o", _output, "--json");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        JsonNode.Parse(run.Output)!["layers"]!.GetValue<int>().ShouldBe(2);
        using var network = NetworkFile.Read(_output);
        network.Options.Hidden.ShouldBe(64);
    }

    [Fact]
    public async Task A_file_that_is_no_checkpoint_is_named_and_nothing_is_written()
    {
        string path = Path.ChangeExtension(_output, ".pth");
        await File.WriteAllTextAsync(path, "hello", TestContext.Current.CancellationToken);
        var run = await CommandLine.RunAsync("convert", path, "-o", _output);
        File.Delete(path);
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(path);
        File.Exists(_output).ShouldBeFalse();
    }

    public void Dispose() => File.Delete(_output);
}
