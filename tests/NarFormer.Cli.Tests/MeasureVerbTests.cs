using System.Text.Json;
using Google.Protobuf;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests;

public sealed class MeasureVerbTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task One_bad_file_does_not_stop_the_others()
    {
        string bad = _folder.Write("a-bad.onnx", "no model"u8.ToArray());
        string good = _folder.Write("b-good.onnx", ZooCatalog.Find("nasbench201").Generate(1).ToByteArray());
        var (code, output, error) = await RunAsync("measure", _folder.Root, "--rounds", "2", "--allow-noise", "--json");
        code.ShouldBe(ExitCode.Failed);
        error.ShouldContain(bad);
        using var json = JsonDocument.Parse(output);
        var report = json.RootElement;
        report.GetProperty("file").GetString().ShouldBe(good);
        report.GetProperty("rounds").GetArrayLength().ShouldBe(2);
        report.GetProperty("lowMs").GetDouble().ShouldBeInRange(0, report.GetProperty("rounds")[0].GetProperty("medianMs").GetDouble());
        report.GetProperty("platform").GetString().ShouldBe("ort-cpu");
        report.GetProperty("threads").GetInt32().ShouldBe(1);
        report.GetProperty("environment").GetProperty("onnxRuntime").GetString().ShouldNotBeNullOrEmpty();
        foreach (string name in new[] { "medianMs", "spread", "peakMemoryBytes", "warnings" }) report.TryGetProperty(name, out _).ShouldBeTrue(name);
    }

    [Fact]
    public async Task Without_graph_optimisations_it_is_another_platform()
    {
        string file = _folder.Write("network.onnx", ZooCatalog.Find("nasbench201").Generate(1).ToByteArray());
        var (code, output, _) = await RunAsync("measure", file, "--rounds", "1", "--allow-noise", "--plain");
        code.ShouldBe(ExitCode.Ok);
        output.ShouldStartWith("ort-cpu-plain, ");
    }

    [Fact]
    public async Task Prints_a_line_for_people()
    {
        string file = _folder.Write("network.onnx", ZooCatalog.Find("nasbench201").Generate(1).ToByteArray());
        var (code, output, _) = await RunAsync("measure", file, "--rounds", "1", "--allow-noise");
        code.ShouldBe(ExitCode.Ok);
        output.ShouldContain($"{file}: low ");
    }

    [Theory]
    [InlineData("--threads")]
    [InlineData("--rounds")]
    public async Task Less_than_one_is_a_usage_error(string option)
    {
        var (code, _, error) = await RunAsync("measure", "network.onnx", option, "0");
        code.ShouldBe(ExitCode.Usage);
        error.ShouldContain(option);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandTree.RunAsync(arguments, new VerbContext(output, error, TimeProvider.System), TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
