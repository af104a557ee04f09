using System.Text.Json.Nodes;
using NarFormer.Training.Studies;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class StudyVerbTests : IDisposable
{
    private const string Sizes = """
        "axes": [[{"name": "few", "patch": {"cells": {"training": 10}}}, {"name": "more", "patch": {}}], [{"name": "random", "patch": {}}, {"name": "published", "patch": {"cells": {"split": "published"}}}]],
        "seeds": [1, 2]
        """;

    private readonly TinyCells _cells = new();

    [Fact]
    public async Task A_study_gives_a_table_and_every_single_run()
    {
        string study = _cells.Study(Sizes), folder = _cells.At("out");
        var line = await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1");
        line.Code.ShouldBe(ExitCode.Ok, line.Error);
        line.Output.ShouldBe(await File.ReadAllTextAsync(Path.Combine(folder, "table.md"), TestContext.Current.CancellationToken));
        line.Output.ShouldContain("| more published | 2 |");
        line.Error.ShouldContain("training 8/8  more published, seed 2  epoch 3/3");
        line.Error.ShouldContain("left");

        var runs = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "results.json"), TestContext.Current.CancellationToken))!["runs"]!.AsArray();
        runs.Count.ShouldBe(8);
        runs[0]!["variation"]!.GetValue<string>().ShouldBe("few random");
        runs[0]!["threads"]!.GetValue<int>().ShouldBe(1);
        runs[0]!["test"]!["count"]!.GetValue<int>().ShouldBe(64 - 22);
        runs[2]!["test"]!["count"]!.GetValue<int>().ShouldBe(64);
        runs[0]!["members"]![0]!["bestEpoch"]!.GetValue<int>().ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task A_study_trains_and_scores_as_fit_and_evaluate_do()
    {
        await CommandLine.RunAsync("study", _cells.Study("\"seeds\": [3]"), "--out", _cells.At("out"), "--threads", "1");
        await CommandLine.RunAsync("fit", _cells.Recipe, "--run", _cells.At("run"), "--seed", "3", "--threads", "1");
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", _cells.At("run"), "--json");
        evaluation.Code.ShouldBe(ExitCode.Ok, evaluation.Error);
        var run = StudyRun(_cells.At("out"));
        JsonNode.DeepEquals(JsonNode.Parse(evaluation.Output), run["test"]).ShouldBeTrue();
        File.ReadAllBytes(_cells.At("out", "recipe", "seed-3", "member-1", "best.safetensors")).ShouldBe(File.ReadAllBytes(_cells.At("run", "best.safetensors")));
    }

    [Fact]
    public async Task What_is_finished_is_not_trained_again()
    {
        string study = _cells.Study(Sizes), folder = _cells.At("out");
        var first = await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1", "--json");
        var again = await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1", "--json");
        again.Output.ShouldBe(first.Output);
        again.Error.ShouldNotContain("training");
    }

    [Fact]
    public void A_stopped_study_goes_on_and_ends_as_one_that_never_stopped()
    {
        var study = StudyFile.Read(_cells.Study("\"seeds\": [1, 2], \"ensemble\": 2"));
        var whole = Runner(study, "whole").Run(progress: null, TestContext.Current.CancellationToken).ToArray();

        using var cancellation = new CancellationTokenSource();
        var stop = new Stop(step =>
        {
            if (step.Training == 2 && step.Epoch.Epoch == 2) cancellation.Cancel();
        });
        Should.Throw<OperationCanceledException>(() => Runner(study, "stopped").Run(stop, cancellation.Token).ToArray());
        var steps = new List<StudyStep>();
        var resumed = Runner(study, "stopped").Run(new Stop(steps.Add), TestContext.Current.CancellationToken).ToArray();

        steps.Select(s => (s.Training, s.Epoch.Epoch)).ShouldBe([(2, 3), (3, 1), (3, 2), (3, 3), (4, 1), (4, 2), (4, 3)]);
        steps[^1].SecondsLeft.ShouldBe(0);
        resumed.SelectMany(r => r.Test).ShouldBe(whole.SelectMany(r => r.Test));
        resumed.SelectMany(r => r.Members.Select(m => m.Seed)).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Latencies_are_studied_too()
    {
        using var networks = new TinyDataset();
        string study = Path.Combine(networks.Folder, "latency.json");
        await File.WriteAllTextAsync(study, """{ "recipe": "recipe.json", "seeds": [1, 2], "ensemble": 2 }""", TestContext.Current.CancellationToken);
        var line = await CommandLine.RunAsync("study", study, "--out", networks.Run, "--threads", "1");
        line.Code.ShouldBe(ExitCode.Ok, line.Error);
        line.Output.ShouldContain("MAPE");
        line.Output.ShouldContain("| recipe, one network | 4 |");
    }

    [Fact]
    public async Task Rivals_are_scored_beside_the_network_by_family_and_network()
    {
        using var networks = new TinyDataset();
        string study = Path.Combine(networks.Folder, "rivals.json");
        (await CommandLine.RunAsync("dataset", "profile", Path.Combine(networks.Folder, "data"), "--runs", "2")).Output.ShouldContain("12 networks");
        await File.WriteAllTextAsync(study, """
            {
              "recipe": "recipe.json", "seeds": [1], "byFamily": true,
              "axes": [[
                { "name": "network", "patch": {} },
                { "name": "nnlp", "patch": { "encoding": "paper-real", "network": { "mixer": "sage", "degreeGate": false, "feedForward": "none", "edges": "undirected", "residualAttention": false, "stem": "none" } } },
                { "name": "transformer", "patch": { "network": { "mixer": "selfAttention", "scope": "network", "weighting": "softmax", "positions": "depth", "degreeGate": false, "feedForward": "full", "edges": "undirected", "residualAttention": false } } },
                { "name": "linear", "patch": { "baseline": "linear" } },
                { "name": "kernels", "patch": { "baseline": "kernels" } }
              ]]
            }
            """, TestContext.Current.CancellationToken);
        var line = await CommandLine.RunAsync("study", study, "--out", networks.Run, "--threads", "1");
        line.Code.ShouldBe(ExitCode.Ok, line.Error);
        line.Output.ShouldContain("| transformer | 1 |");
        line.Output.ShouldContain("| kernels | 1 |");
        line.Output.ShouldContain("## MAPE by family");
        line.Output.ShouldContain("| alexnet |");
        string[] predictions = await File.ReadAllLinesAsync(Path.Combine(networks.Run, "kernels", "seed-1", "predictions-test.csv"), TestContext.Current.CancellationToken);
        predictions.Length.ShouldBe(5);
        predictions[0].ShouldBe("family,seed,nodes,latencyMs,network");
        var plot = await CommandLine.RunAsync("plot", "families", $"kernels={Path.Combine(networks.Run, "kernels", "seed-1", "predictions-test.csv")}", Path.Combine(networks.Run, "linear", "seed-1", "predictions-test.csv"), "-o", Path.Combine(networks.Folder, "families.png"));
        plot.Code.ShouldBe(ExitCode.Ok, plot.Error);
    }

    [Fact]
    public async Task Processes_share_a_study()
    {
        string study = _cells.Study("\"seeds\": [1, 2]"), folder = _cells.At("out");
        var first = await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1", "--share", "1/2");
        first.Output.ShouldContain("| recipe | 1 |");
        var second = await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1", "--share", "2/2");
        second.Output.ShouldContain("| recipe | 2 |");
        second.Error.ShouldNotContain("seed 1");
    }

    [Theory]
    [InlineData("--share", "3/2")]
    [InlineData("--max-minutes", "0")]
    public async Task A_bad_option_is_named(string option, string value)
    {
        var line = await CommandLine.RunAsync("study", _cells.Study("\"seeds\": [1]"), option, value);
        line.Code.ShouldBe(ExitCode.Usage);
        line.Error.ShouldContain(option);
    }

    [Fact]
    public async Task A_study_stops_when_its_time_is_up_and_goes_on_later()
    {
        string study = _cells.Study("\"seeds\": [1]"), folder = _cells.At("out");
        (await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1", "--max-minutes", "0.00001")).Code.ShouldBe(ExitCode.Failed);
        (await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1")).Code.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task A_variation_that_cannot_be_trained_is_named_with_the_study()
    {
        string study = _cells.Study("""
            "axes": [[{"name": "few", "patch": {}}, {"name": "many", "patch": {"cells": {"training": 100}}}]], "seeds": [7]
            """);
        var line = await CommandLine.RunAsync("study", study, "--out", _cells.At("out"), "--threads", "1");
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain(study);
        line.Error.ShouldContain("variation 'many', seed 7");
        line.Error.ShouldContain("100 to train on");
        (await File.ReadAllTextAsync(_cells.At("out", "table.md"), TestContext.Current.CancellationToken)).ShouldContain("| few | 1 |");
    }

    [Fact]
    public async Task Another_recipe_in_the_folder_is_an_error()
    {
        await CommandLine.RunAsync("study", _cells.Study("\"seeds\": [1]"), "--out", _cells.At("out"), "--threads", "1");
        string changed = _cells.Study("""
            "axes": [[{"name": "recipe", "patch": {"epochs": 4}}]], "seeds": [1]
            """);
        var line = await CommandLine.RunAsync("study", changed, "--out", _cells.At("out"), "--threads", "1");
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain("another recipe");
    }

    [Fact]
    public async Task A_missing_study_is_an_error_that_names_it()
    {
        var line = await CommandLine.RunAsync("study", _cells.At("none.json"));
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain("none.json");
    }

    [Fact]
    public async Task A_study_is_required() => (await CommandLine.RunAsync("study")).Code.ShouldBe(ExitCode.Usage);

    public void Dispose() => _cells.Dispose();

    private static JsonNode StudyRun(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["runs"]![0]!;

    private StudyRunner Runner(Study study, string folder) => new(study, new StudyFolder(_cells.At(folder)), threads: 1, TimeProvider.System, StudySelection.All);

    private sealed class Stop(Action<StudyStep> action) : IProgress<StudyStep>
    {
        public void Report(StudyStep value) => action(value);
    }
}
