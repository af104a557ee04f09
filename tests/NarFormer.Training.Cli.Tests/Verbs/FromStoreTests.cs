using System.Text.Json.Nodes;
using NarFormer.Encoding;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class FromStoreTests : IDisposable
{
    private const int Networks = 40;

    private readonly TinyStore _store = new();

    [Fact]
    public async Task A_network_is_fitted_to_what_was_measured_and_evaluated_and_exported_as_any_other()
    {
        await _store.AddAsync(1, Networks);
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Ok, fit.Error);
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", _store.Run, "--json");
        evaluation.Code.ShouldBe(ExitCode.Ok, evaluation.Error);
        string file = Path.Combine(_store.Folder, "mine.onnx");
        (await CommandLine.RunAsync("export", "--run", _store.Run, "-o", file)).Code.ShouldBe(ExitCode.Ok);
        using var predictor = Predictor.Load(file);
        predictor.Description.Platform.ShouldBe(TinyStore.Platform);
        predictor.Description.TrainingData.Name.ShouldBe("store");
        predictor.Description.Scores["test"].Mape.ShouldBe(JsonNode.Parse(evaluation.Output)!["predictors"]![0]!["scores"]!["all"]!["mape"]!.GetValue<double>(), 1e-12);
    }

    [Fact]
    public async Task A_training_goes_on_with_what_it_began_with()
    {
        await _store.AddAsync(1, Networks);
        await FitAsync();
        string snapshot = Path.Combine(_store.Run, StoreSnapshot.FileName);
        byte[] before = await File.ReadAllBytesAsync(snapshot, TestContext.Current.CancellationToken);
        await _store.AddAsync(Networks + 1, Networks + 5);
        var again = await FitAsync();
        again.Code.ShouldBe(ExitCode.Ok, again.Error);
        again.Error.ShouldNotContain("epoch");
        File.ReadAllBytes(snapshot).ShouldBe(before);
    }

    [Fact]
    public async Task A_network_stays_in_its_split_however_many_others_come()
    {
        await _store.AddAsync(1, Networks);
        var few = await SamplesAsync("few.jsonl");
        await _store.AddAsync(Networks + 1, Networks + 20);
        var many = await SamplesAsync("many.jsonl");
        few.Select(s => (s.Graph, s.Split)).Except(many.Select(s => (s.Graph, s.Split))).ShouldBeEmpty();
        many.Count.ShouldBe(Networks + 20);
        many.Select(s => s.Split).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Too_few_networks_are_an_error()
    {
        await _store.AddAsync(1, 2);
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain("there is no");
    }

    [Fact]
    public async Task Platforms_are_not_mixed()
    {
        await _store.AddAsync(1, 2);
        await _store.AddAsync(3, 4, platform: "ort-cpu 2.0, test, 1 thread");
        (await FitAsync()).Error.ShouldContain("more than one platform");
        (await FitAsync("--platform", "tpu")).Error.ShouldContain("no measurements on 'tpu'");
    }

    public void Dispose() => _store.Dispose();

    private Task<CommandLine> FitAsync(params string[] options) =>
        CommandLine.RunAsync(["fit", _store.Recipe, "--from-store", _store.Location, "--run", _store.Run, "--threads", "1", .. options]);

    private async Task<IReadOnlyList<TrainingSample>> SamplesAsync(string name)
    {
        string path = Path.Combine(_store.Folder, name);
        await using var store = await NarFormer.Store.NetworkStore.OpenAsync(_store.Location, TimeProvider.System, TestContext.Current.CancellationToken);
        await StoreSnapshot.WriteAsync(store, TinyStore.Platform, path, TestContext.Current.CancellationToken);
        return SampleLoader.Load(path, EncodingCatalog.Find("universal"), platform: null, TestContext.Current.CancellationToken);
    }
}
