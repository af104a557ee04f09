using Google.Protobuf;
using NarFormer.Cli.Tests.Storing;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class SimilarVerbTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task The_nearest_networks_come_first_with_what_was_measured()
    {
        string store = Path.Combine(_folder.Root, "store.db");
        await CommandLine.Run("store", "import", DatasetFolder.Write(_folder, 5), "--store", store);
        string known = _folder.Write("known.onnx", ZooCatalog.Find("alexnet").Generate(2).ToByteArray());
        var run = await CommandLine.Run("similar", known, "--count", "3", "--store", store, "--json");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        run.Lines.Count.ShouldBe(3);
        run.Lines.Select(l => (string)l["name"]!).ShouldNotContain("alexnet-2");
        run.Lines.Select(l => (double)l["distance"]!).ShouldBeInOrder();
        ((string)run.Lines[0]["answers"]![0]!["source"]!).ShouldBe("measured");
        (await CommandLine.Run("store", "stats", "--store", store)).Output.ShouldContain("5 vectors");
        (await CommandLine.Run("similar", known, "--store", store)).Output.ShouldContain("alexnet-1");
    }

    [Fact]
    public async Task An_empty_store_is_told()
    {
        string file = _folder.Write("network.onnx", ZooCatalog.Find("alexnet").Generate(1).ToByteArray());
        var run = await CommandLine.Run("similar", file, "--store", Path.Combine(_folder.Root, "store.db"));
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Error.ShouldContain("no networks yet");
    }

    [Fact]
    public async Task Less_than_one_is_a_usage_error() => (await CommandLine.Run("similar", "x.onnx", "--count", "0")).Exit.ShouldBe(ExitCode.Usage);

    public void Dispose() => _folder.Dispose();
}
