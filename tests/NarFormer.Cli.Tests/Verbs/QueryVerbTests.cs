using Google.Protobuf;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class QueryVerbTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _network;

    public QueryVerbTests() => _network = _folder.Write("network.onnx", ZooCatalog.Find("nasbench201").Generate(1).ToByteArray());

    [Fact]
    public async Task What_was_never_measured_is_predicted_with_an_interval_and_remembered()
    {
        var answer = (await RunAsync("--json")).Lines.ShouldHaveSingleItem()["answers"]![0]!;
        ((string)answer["source"]!).ShouldBe("predicted");
        ((string)answer["predictor"]!).ShouldStartWith("latency-ort-cpu@");
        ((double)answer["low"]!).ShouldBeLessThan((double)answer["milliseconds"]!);
        ((double)answer["high"]!).ShouldBeGreaterThan((double)answer["milliseconds"]!);
        (await CommandLine.Run("store", "stats", "--store", Store)).Output.ShouldContain("1 networks, 0 measurements, 1 predictions, 1 vectors");
        (await RunAsync()).Output.ShouldContain("predicted by latency-ort-cpu@");
    }

    [Fact]
    public async Task What_was_measured_once_is_known_by_any_name()
    {
        (await RunAsync("--measure", "--allow-noise")).Output.ShouldContain("measured 20");
        string renamed = _folder.Write("renamed.onnx", await File.ReadAllBytesAsync(_network, TestContext.Current.CancellationToken));
        var run = await CommandLine.Run("query", renamed, "--platform", "ort-cpu", "--store", Store, "--json");
        var answer = run.Lines.ShouldHaveSingleItem()["answers"]![0]!;
        ((string)answer["source"]!).ShouldBe("measured");
        ((string)answer["platform"]!).ShouldStartWith("ort-cpu ");
        ((double)answer["milliseconds"]!).ShouldBeGreaterThan(0);
        answer["low"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_measured_is_predicted_too_to_be_compared()
    {
        var answers = (await RunAsync("--measure", "--allow-noise", "--json")).Lines.ShouldHaveSingleItem()["answers"]!.AsArray();
        answers.Select(a => (string)a!["source"]!).ShouldBe(["measured", "predicted"]);
        (await CommandLine.Run("store", "stats", "--store", Store)).Output.ShouldContain("1 networks, 1 measurements, 1 predictions, 1 vectors");
        (await RunAsync("--measure", "--allow-noise")).Output.ShouldContain("1 familiar: the prediction is off by ");
    }

    [Fact]
    public async Task What_cannot_be_predicted_is_measured_all_the_same()
    {
        string predictor = _folder.Write("predictor.onnx", "no predictor"u8.ToArray());
        var run = await RunAsync("--measure", "--allow-noise", "--predictor", predictor);
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Output.ShouldContain("measured 20");
        run.Error.ShouldContain("not predicted");
        (await RunAsync("--measure", "--allow-noise", "--predictor", predictor, "--json")).Error.ShouldContain("not predicted");
    }

    [Fact]
    public async Task A_platform_that_nothing_is_known_of_is_an_error()
    {
        var run = await RunAsync("--platform", "tpu", "--json");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("was not measured on tpu");
        ((string)run.Lines[0]["error"]!).ShouldContain("tpu");
    }

    [Fact]
    public async Task A_bad_file_does_not_stop_the_others()
    {
        string bad = _folder.Write("a-bad.onnx", "no model"u8.ToArray());
        var run = await CommandLine.Run("query", bad, _network, "--store", Store, "--json");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(bad);
        run.Lines.Count.ShouldBe(2);
    }

    public void Dispose() => _folder.Dispose();

    private string Store => Path.Combine(_folder.Root, "store.db");

    private Task<CommandLine> RunAsync(params string[] options) => CommandLine.Run(["query", _network, "--store", Store, .. options]);
}
