using System.Text.Json.Nodes;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class FurtherNetworksTests : IDisposable
{
    private readonly TinyDataset _networks = new("squeezenet");
    private readonly TinyDataset _further = new("alexnet");

    [Fact]
    public async Task Networks_of_another_data_set_are_trained_on_too_but_not_scored()
    {
        await WithAsync("further", new JsonArray(Path.Combine(_further.Folder, "data")));
        (await FitAsync()).Code.ShouldBe(ExitCode.Ok);
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_networks.Run, "recipe.json"), TestContext.Current.CancellationToken))!["further"]!.AsArray().Count.ShouldBe(1);
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", _networks.Run, "--json");
        evaluation.Code.ShouldBe(ExitCode.Ok, evaluation.Error);
        evaluation.Output.ShouldContain("squeezenet");
        evaluation.Output.ShouldNotContain("alexnet");
    }

    [Fact]
    public async Task They_change_what_is_learnt()
    {
        (await FitAsync()).Code.ShouldBe(ExitCode.Ok);
        byte[] alone = await WeightsAsync();
        Directory.Delete(_networks.Run, recursive: true);
        await WithAsync("further", new JsonArray(Path.Combine(_further.Folder, "data")));
        (await FitAsync()).Code.ShouldBe(ExitCode.Ok);
        (await WeightsAsync()).ShouldNotBe(alone);
    }

    [Fact]
    public async Task They_are_gone_over_more_often_than_the_others()
    {
        await WithAsync("further", new JsonArray(Path.Combine(_further.Folder, "data")));
        long once = await StepsAsync();
        Directory.Delete(_networks.Run, recursive: true);
        await WithAsync("furtherPasses", 3);
        (await StepsAsync()).ShouldBeGreaterThan(once);
    }

    [Fact]
    public async Task They_take_part_in_the_first_epochs_only_where_the_recipe_says_so()
    {
        await WithAsync("epochs", 4);
        await WithAsync("batchSize", 2);
        long without = await StepsAsync();
        Directory.Delete(_networks.Run, recursive: true);
        await WithAsync("further", new JsonArray(Path.Combine(_further.Folder, "data")));
        long always = await StepsAsync();
        Directory.Delete(_networks.Run, recursive: true);
        await WithAsync("furtherUntil", 0.5);
        (await StepsAsync()).ShouldBe((without + always) / 2);
    }

    [Theory]
    [InlineData(0.5, "furtherUntil: needs further")]
    [InlineData(0, "furtherUntil: has to lie in (0, 1]")]
    public async Task A_share_of_the_epochs_has_to_lie_above_0_and_needs_further_networks(double share, string error)
    {
        await WithAsync("furtherUntil", share);
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain(error);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error_that_names_it()
    {
        await WithAsync("further", new JsonArray("nowhere"));
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain("nowhere");
    }

    [Fact]
    public async Task Labels_of_other_networks_than_the_zoo_makes_are_an_error_that_names_one()
    {
        string table = Path.Combine(_further.Folder, "data", "networks.csv");
        string[] lines = await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken);
        lines[1] = string.Join(',', lines[1].Split(',').Select((cell, i) => i == 2 ? new string('0', cell.Length) : cell));
        await File.WriteAllLinesAsync(table, lines, TestContext.Current.CancellationToken);
        await WithAsync("further", new JsonArray(Path.Combine(_further.Folder, "data")));
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain("do not belong to this version of the zoo");
    }

    [Fact]
    public async Task Their_edges_to_other_networks_change_what_is_learnt()
    {
        await WithAsync("further", new JsonArray(Path.Combine(_further.Folder, "data")));
        (await FitAsync()).Code.ShouldBe(ExitCode.Ok);
        byte[] alone = await WeightsAsync();
        Directory.Delete(_networks.Run, recursive: true);
        await WithAsync("splicing", 1);
        (await FitAsync()).Code.ShouldBe(ExitCode.Ok);
        (await WeightsAsync()).ShouldNotBe(alone);
    }

    [Fact]
    public async Task Edges_to_other_networks_need_further_ones()
    {
        await WithAsync("splicing", 1);
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain("splicing: needs further");
    }

    public void Dispose()
    {
        _networks.Dispose();
        _further.Dispose();
    }

    private Task<CommandLine> FitAsync() => CommandLine.RunAsync("fit", _networks.Recipe, "--run", _networks.Run, "--threads", "1");

    private async Task<long> StepsAsync()
    {
        (await FitAsync()).Code.ShouldBe(ExitCode.Ok);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(_networks.Run, "metrics.jsonl"), TestContext.Current.CancellationToken);
        return JsonNode.Parse(lines[^1])!["step"]!.GetValue<long>();
    }

    private Task<byte[]> WeightsAsync() => File.ReadAllBytesAsync(Path.Combine(_networks.Run, "best.safetensors"), TestContext.Current.CancellationToken);

    private async Task WithAsync(string key, JsonNode value)
    {
        var recipe = JsonNode.Parse(await File.ReadAllTextAsync(_networks.Recipe, TestContext.Current.CancellationToken))!;
        recipe[key] = value;
        await File.WriteAllTextAsync(_networks.Recipe, recipe.ToJsonString(), TestContext.Current.CancellationToken);
    }
}
