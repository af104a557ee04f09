using System.Text.Json.Nodes;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class TrustVerbTests : IDisposable
{
    private readonly TinyDataset _dataset = new("alexnet", "vgg");

    [Fact]
    public async Task A_training_is_judged_on_known_families_and_on_those_left_out()
    {
        await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1");
        string study = await LeaveOutAsync();

        var text = await CommandLine.RunAsync("trust", "--run", _dataset.Run, "--unfamiliar", study, "--threads", "1");
        text.Code.ShouldBe(ExitCode.Ok, text.Error);
        text.Output.ShouldContain("8 test networks of 2 families");
        text.Output.ShouldContain("| vgg |");
        text.Output.ShouldContain("| mean |");
        text.Error.ShouldContain("vgg/seed-1");

        var json = await CommandLine.RunAsync("trust", "--run", _dataset.Run, "--unfamiliar", study, "--threads", "1", "--json");
        json.Code.ShouldBe(ExitCode.Ok, json.Error);
        var report = JsonNode.Parse(json.Output)!;
        report["falseAlarmRate"]!.GetValue<double>().ShouldBe(0.05);
        report["known"]!["intervals"]!.AsArray().Select(i => i!["nominal"]!.GetValue<double>()).ShouldBe([0.5, 0.8, 0.9, 0.95]);
        var leftOut = report["leftOut"]!.AsArray().ShouldHaveSingleItem()!;
        leftOut["unknown"]!["families"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldBe(["vgg"]);
        leftOut["known"]!["families"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldBe(["alexnet"]);
        leftOut["auc"]!.GetValue<double>().ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task A_training_that_left_nothing_out_is_refused_as_unfamiliar()
    {
        await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1");
        var line = await CommandLine.RunAsync("trust", "--run", _dataset.Run, "--unfamiliar", _dataset.Run);
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain(_dataset.Run);
        line.Error.ShouldContain("which it was trained on");
    }

    [Fact]
    public async Task A_folder_without_trainings_is_named()
    {
        await CommandLine.RunAsync("fit", _dataset.Recipe, "--run", _dataset.Run, "--threads", "1");
        string empty = Directory.CreateDirectory(Path.Combine(_dataset.Folder, "empty")).FullName;
        var line = await CommandLine.RunAsync("trust", "--run", _dataset.Run, "--unfamiliar", empty);
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain(empty);
    }

    [Fact]
    public async Task A_training_is_required() => (await CommandLine.RunAsync("trust")).Code.ShouldBe(ExitCode.Usage);

    public void Dispose() => _dataset.Dispose();

    private async Task<string> LeaveOutAsync()
    {
        string study = Path.Combine(_dataset.Folder, "left-out.json"), folder = Path.Combine(_dataset.Folder, "left-out");
        await File.WriteAllTextAsync(study, """
            {
              "recipe": "recipe.json", "seeds": [1], "ensemble": 2,
              "axes": [[
                { "name": "linear", "patch": { "baseline": "linear", "networks": { "train": { "except": ["vgg"] }, "test": { "families": ["vgg"] }, "testsEverySplit": true } } },
                { "name": "vgg", "patch": { "networks": { "train": { "except": ["vgg"] }, "test": { "families": ["vgg"] }, "testsEverySplit": true } } }
              ]]
            }
            """, TestContext.Current.CancellationToken);
        var line = await CommandLine.RunAsync("study", study, "--out", folder, "--threads", "1");
        line.Code.ShouldBe(ExitCode.Ok, line.Error);
        return folder;
    }
}
