using System.Text.Json.Nodes;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class RefreshVerbTests : IDisposable
{
    private const int Networks = 40;

    private readonly TinyStore _store = new();

    private string PredictorPath => Path.Combine(_store.Folder, "mine.onnx");

    [Fact]
    public async Task A_predictor_is_written_where_there_is_none_and_kept_until_enough_is_new()
    {
        await _store.AddAsync(1, Networks);
        var first = await RefreshAsync("--new", "20");
        ((bool)first["replaced"]!).ShouldBeTrue();
        first["oldMape"].ShouldBeNull();
        byte[] before = await File.ReadAllBytesAsync(PredictorPath, TestContext.Current.CancellationToken);

        await _store.AddAsync(Networks + 1, Networks + 3);
        var second = await RefreshAsync("--new", "20");
        ((bool)second["trained"]!).ShouldBeFalse();
        File.ReadAllBytes(PredictorPath).ShouldBe(before);
    }

    [Fact]
    public async Task A_predictor_that_is_no_better_does_not_take_its_place()
    {
        await _store.AddAsync(1, Networks);
        await RefreshAsync("--new", "20");
        byte[] before = await File.ReadAllBytesAsync(PredictorPath, TestContext.Current.CancellationToken);
        var again = await RefreshAsync("--new", "0");
        ((bool)again["trained"]!).ShouldBeTrue();
        ((bool)again["replaced"]!).ShouldBeFalse();
        ((double)again["newMape"]!).ShouldBe((double)again["oldMape"]!);
        File.ReadAllBytes(PredictorPath).ShouldBe(before);
        Directory.GetFiles(_store.Folder, "*.candidate").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_better_predictor_takes_its_place()
    {
        await _store.AddAsync(1, Networks, factor: 50);
        await RefreshAsync("--new", "20");
        await _store.AddAsync(1, Networks);
        var refreshed = await RefreshAsync("--new", "0");
        ((bool)refreshed["replaced"]!).ShouldBeTrue();
        ((double)refreshed["newMape"]!).ShouldBeLessThan((double)refreshed["oldMape"]!);
        ((int)refreshed["heldOut"]!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_predictor_for_another_platform_is_left_alone()
    {
        await _store.AddAsync(1, Networks);
        await RefreshAsync("--new", "20");
        await _store.AddAsync(1, Networks, platform: "ort-cpu 2.0, test, 1 thread");
        var run = await RunAsync("--new", "0", "--platform", "ort-cpu 2.0");
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("is for " + TinyStore.Platform);
    }

    public void Dispose() => _store.Dispose();

    private async Task<JsonObject> RefreshAsync(params string[] options)
    {
        var run = await RunAsync(options);
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        return JsonNode.Parse(run.Output)!.AsObject();
    }

    private Task<CommandLine> RunAsync(params string[] options) => CommandLine.RunAsync(
        ["refresh", _store.Recipe, "--predictor", PredictorPath, "--from-store", _store.Location, "--runs", Path.Combine(_store.Folder, "runs"), "--threads", "1", "--json", .. options]);
}
