using Google.Protobuf;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class InspectVerbTests : IDisposable
{
    private static readonly string[] Fields =
    [
        "file", "opset", "nodes", "edges", "macs", "flops", "params", "weightBytes", "memoryBytes", "peakActivationBytes",
        "operators", "unknownOperators", "warnings", "inputs", "outputs",
    ];

    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task Json_is_one_object_with_the_stated_fields_for_each_file()
    {
        string first = Network("squeezenet", 1), second = Network("bert", 2);
        var run = await CommandLine.Run("inspect", first, second, "--json");
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Lines.Select(line => (string?)line["file"]).ShouldBe([first, second]);
        foreach (var line in run.Lines) line.Select(pair => pair.Key).ShouldBe(Fields);
    }

    [Fact]
    public async Task Json_figures_are_exact_and_agree_with_each_other()
    {
        var run = await CommandLine.Run("inspect", Network("squeezenet", 1), "--json", "--per-node");
        var line = run.Lines.ShouldHaveSingleItem();
        var nodes = line["perNode"]!.AsArray();
        nodes.Count.ShouldBe((int)line["nodes"]!);
        foreach (string figure in (string[])["macs", "flops", "params", "memoryBytes"])
            nodes.Sum(node => (long)node![figure]!).ShouldBe((long)line[figure]!);
        line["operators"]!.AsObject().Sum(pair => (int)pair.Value!).ShouldBe((int)line["nodes"]!);
        ((long)line["weightBytes"]!).ShouldBe(4 * (long)line["params"]!);
    }

    [Fact]
    public async Task The_batch_multiplies_the_work_but_not_the_weights()
    {
        string file = Network("squeezenet", 1);
        var one = (await CommandLine.Run("inspect", file, "--json", "--batch", "1")).Lines[0];
        var three = (await CommandLine.Run("inspect", file, "--json", "--batch", "3")).Lines[0];
        ((long)three["macs"]!).ShouldBe(3 * (long)one["macs"]!);
        ((long)three["params"]!).ShouldBe((long)one["params"]!);
    }

    [Fact]
    public async Task Text_shows_readable_figures_and_a_table_of_nodes()
    {
        var run = await CommandLine.Run("inspect", Network("squeezenet", 1), "--per-node");
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Output.ShouldContain("MACs");
        run.Output.ShouldContain("Conv_0");
    }

    [Fact]
    public async Task A_bad_file_does_not_stop_the_others()
    {
        string bad = _folder.Write("bad.onnx", [1, 2, 3]), good = Network("squeezenet", 1), missing = Path.Combine(_folder.Root, "none.onnx");
        var run = await CommandLine.Run("inspect", bad, missing, good, "--json");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Lines.ShouldHaveSingleItem();
        run.Error.ShouldContain("bad.onnx");
        run.Error.ShouldContain($"{missing}: no such file or folder");
    }

    [Fact]
    public async Task A_folder_is_read_whole()
    {
        Network("squeezenet", 1);
        Network("alexnet", 1);
        (await CommandLine.Run("inspect", _folder.Root, "--json")).Lines.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("--batch", "many")]
    [InlineData("--batch", "0")]
    [InlineData("--dim", "sequence")]
    [InlineData("--dim", "sequence=-3")]
    public async Task A_setting_that_makes_no_sense_is_a_usage_error(string option, string value)
    {
        var run = await CommandLine.Run("inspect", "model.onnx", option, value);
        run.Exit.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(option);
    }

    [Fact]
    public async Task No_file_is_a_usage_error() => (await CommandLine.Run("inspect")).Exit.ShouldBe(ExitCode.Usage);

    public void Dispose() => _folder.Dispose();

    private string Network(string family, ulong seed) =>
        _folder.Write($"{family}-{seed}.onnx", ZooCatalog.Find(family).Generate(seed).ToByteArray());
}
