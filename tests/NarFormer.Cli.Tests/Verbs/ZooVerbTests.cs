using NarFormer.Onnx;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class ZooVerbTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task Writes_the_networks_of_consecutive_seeds()
    {
        var run = await CommandLine.Run("zoo", "squeezenet", "--count", "2", "--seed", "7", "-o", _folder.Root, "--json");
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Lines.Select(line => (ulong)line["seed"]!).ShouldBe([7UL, 8UL]);
        foreach (var line in run.Lines) new OnnxReader().Read((string)line["file"]!).Nodes.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        string first = Path.Combine(_folder.Root, "a"), second = Path.Combine(_folder.Root, "b");
        await CommandLine.Run("zoo", "bert", "--seed", "3", "-o", first);
        await CommandLine.Run("zoo", "bert", "--seed", "3", "-o", second);
        File.ReadAllBytes(Path.Combine(first, "bert-3.onnx")).ShouldBe(File.ReadAllBytes(Path.Combine(second, "bert-3.onnx")));
    }

    [Fact]
    public async Task An_unknown_family_is_an_error_that_lists_those_there_are()
    {
        var run = await CommandLine.Run("zoo", "zebra", "-o", _folder.Root);
        run.Exit.ShouldNotBe(ExitCode.Ok);
        run.Error.ShouldContain("zebra");
        run.Error.ShouldContain("squeezenet");
    }

    [Fact]
    public async Task No_network_at_all_is_a_usage_error()
    {
        var run = await CommandLine.Run("zoo", "bert", "--count", "0", "-o", _folder.Root);
        run.Exit.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("--count");
    }

    public void Dispose() => _folder.Dispose();
}
