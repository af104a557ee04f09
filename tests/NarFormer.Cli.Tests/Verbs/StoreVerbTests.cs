using System.Text.Json.Nodes;
using Google.Protobuf;
using NarFormer.Cli.Tests.Storing;
using NarFormer.Store;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class StoreVerbTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private string Location => Path.Combine(_folder.Root, "store.db");

    [Theory]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("stats")]
    public async Task The_help_of_every_part_has_an_example(string verb)
    {
        var run = await CommandLine.Run("store", verb, "--help");
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Output.ShouldContain($"Example: narformer store {verb}");
    }

    [Fact]
    public async Task A_data_set_is_imported_with_labels_rounds_and_environment()
    {
        string dataset = DatasetFolder.Write(_folder, 3);
        var run = await CommandLine.Run("store", "import", dataset, "--store", Location);
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldContain("3 networks imported, 0 known before, 0 failed");
        string[] row = (await File.ReadAllLinesAsync(Path.Combine(dataset, "networks.csv"), TestContext.Current.CancellationToken))[1].Split(',');

        await using var store = await NetworkStore.OpenAsync(Location, TimeProvider.System, TestContext.Current.CancellationToken);
        var network = await store.NetworksAsync(new NetworkFilter { Search = $"{row[0]}-{row[1]}" }, TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);
        network.Family.ShouldBe(row[0]);
        var measurement = (await store.MeasurementsAsync(network.Hash, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        measurement.LabelMs.ShouldBe(double.Parse(row[7]));
        measurement.QuantilesMs.Count.ShouldBeGreaterThan(0);
        (measurement.QuantilesMs.Count % StoredMeasurement.QuantilesOfARound).ShouldBe(0);
        measurement.Platform.ShouldStartWith("ort-cpu 1.");
        measurement.EnvironmentJson.ShouldContain("onnxRuntime");
        measurement.At.Year.ShouldBe(2026);
    }

    [Fact]
    public async Task An_export_fills_another_store()
    {
        string dataset = DatasetFolder.Write(_folder, 3), file = Path.Combine(_folder.Root, "export.jsonl"), other = Path.Combine(_folder.Root, "other.db");
        await CommandLine.Run("store", "import", dataset, "--store", Location);
        (await CommandLine.Run("store", "export", "--output", file, "--store", Location)).Exit.ShouldBe(ExitCode.Ok);
        (await CommandLine.Run("store", "import", file, "--store", other)).Output.ShouldContain("3 networks imported");
        (await CommandLine.Run("store", "import", file, "--store", other)).Output.ShouldContain("0 networks imported, 3 known before");
        (await CommandLine.Run("store", "import", dataset, "--store", other)).Output.ShouldContain("0 networks imported");
        (await CommandLine.Run("store", "export", "--store", other)).Output.ShouldBe(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_measure_printed_is_imported()
    {
        string network = _folder.Write("network.onnx", ZooCatalog.Find("nasbench201").Generate(1).ToByteArray());
        var measured = await CommandLine.Run("measure", network, "--rounds", "2", "--batch", "2", "--allow-noise", "--json");
        string file = _folder.Write("measured.jsonl", System.Text.Encoding.UTF8.GetBytes(measured.Output));
        var run = await CommandLine.Run("store", "import", file, "--store", Location, "--json");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        ((bool)run.Lines.ShouldHaveSingleItem()["new"]!).ShouldBeTrue();
        var answer = (await CommandLine.Run("query", network, "--batch", "2", "--store", Location, "--json")).Lines[0]["answers"]![0]!;
        ((string)answer["source"]!).ShouldBe("measured");
        ((DateTimeOffset)answer["at"]!).ShouldBe((DateTimeOffset)measured.Lines[0]["at"]!);
        ((string)(await CommandLine.Run("query", network, "--batch", "4", "--store", Location, "--json")).Lines[0]["answers"]![0]!["source"]!).ShouldBe("predicted");
    }

    [Fact]
    public async Task A_bad_line_is_named_and_does_not_stop_the_others()
    {
        await CommandLine.Run("store", "import", DatasetFolder.Write(_folder, 2), "--store", Location);
        string good = (await CommandLine.Run("store", "export", "--store", Location)).Output;
        string file = _folder.Write("mixed.jsonl", System.Text.Encoding.UTF8.GetBytes("{\"rounds\":1}\nnonsense\n" + good));
        var run = await CommandLine.Run("store", "import", file, "--store", Path.Combine(_folder.Root, "other.db"));
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain($"{file}:1");
        run.Error.ShouldContain($"{file}:2");
        run.Output.ShouldContain("2 networks imported, 0 known before, 2 failed");
    }

    [Fact]
    public async Task Stats_count_for_people_and_for_programs()
    {
        await CommandLine.Run("store", "import", DatasetFolder.Write(_folder, 3), "--store", Location);
        var text = await CommandLine.Run("store", "stats", "--store", Location);
        text.Output.ShouldContain("3 networks, 3 measurements, 0 predictions");
        text.Output.ShouldContain("alexnet: 3 networks");
        var json = JsonNode.Parse((await CommandLine.Run("store", "stats", "--store", Location, "--json")).Output)!;
        ((int)json["networks"]!).ShouldBe(3);
        ((int)json["platforms"]![0]!["measurements"]!).ShouldBe(3);
    }

    [Theory]
    [InlineData("no-such-folder")]
    [InlineData("empty")]
    public async Task What_cannot_be_imported_is_named(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "empty"));
        var run = await CommandLine.Run("store", "import", Path.Combine(_folder.Root, name), "--store", Location);
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(name);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_named()
    {
        string file = _folder.Write("text.db", [.. Enumerable.Repeat((byte)'x', 5000)]);
        var run = await CommandLine.Run("store", "stats", "--store", file);
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(file);
    }

    public void Dispose() => _folder.Dispose();
}
