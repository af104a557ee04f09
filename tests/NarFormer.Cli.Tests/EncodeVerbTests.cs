using System.Text.Json;
using NarFormer.Encoding.Safetensors;
using NarFormer.Testing;

namespace NarFormer.Cli.Tests;

public sealed class EncodeVerbTests
{
    [Theory]
    [InlineData("paper", "paper-1", 70)]
    [InlineData("universal", "universal-3", 49)]
    public async Task Writes_a_network_as_numbers(string encoding, string version, int nodes)
    {
        string path = Path.Combine(Path.GetTempPath(), $"narformer-{Guid.NewGuid():N}.safetensors");
        try
        {
            var (code, output, _) = await RunAsync("encode", SharedData.Path("golden", "onnx", "resnet18.onnx"), "--encoding", encoding, "--batch", "8", "-o", path, "--json");
            code.ShouldBe(ExitCode.Ok);
            using var json = JsonDocument.Parse(output);
            json.RootElement.GetProperty("encoding").GetString().ShouldBe(version);
            var file = SafetensorsFile.Read(path);
            file["node_features"].Shape[0].ShouldBe(nodes);
            file.Metadata["encoding"].ShouldBe(version);
            JsonSerializer.Deserialize<string[]>(file.Metadata["node_names"])!.Length.ShouldBe(nodes);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("--encoding", "papyrus", "paper-1, universal-1, universal-2")]
    [InlineData("--dim", "batch", "NAME=VALUE")]
    [InlineData("--batch", "0", "--batch")]
    public async Task A_bad_option_is_named(string option, string value, string word)
    {
        var (code, _, error) = await RunAsync("encode", "model.onnx", option, value, "-o", "never.safetensors");
        code.ShouldNotBe(ExitCode.Ok);
        error.ShouldContain(word);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_named()
    {
        string path = SharedData.Path("golden", "README.md");
        var (code, _, error) = await RunAsync("encode", path, "-o", "never.safetensors");
        code.ShouldBe(ExitCode.Failed);
        error.ShouldContain(path);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandTree.RunAsync(arguments, new VerbContext(output, error, TimeProvider.System), TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
