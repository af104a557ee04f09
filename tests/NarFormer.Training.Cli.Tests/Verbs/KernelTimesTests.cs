using System.Text.Json.Nodes;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class KernelTimesTests : IDisposable
{
    private readonly TinyDataset _networks = new("squeezenet");

    [Fact]
    public async Task Kernels_of_profiles_are_learnt()
    {
        await WithAsync("kernelWeight", 1);
        (await CommandLine.RunAsync("dataset", "profile", Path.Combine(_networks.Folder, "data"), "--runs", "2")).Code.ShouldBe(ExitCode.Ok);
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Ok, fit.Error);
    }

    [Fact]
    public async Task Where_there_are_no_profiles_the_error_says_how_to_make_them()
    {
        await WithAsync("kernelWeight", 1);
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain("profiles.jsonl");
        fit.Error.ShouldContain("narformer-train dataset profile");
    }

    [Fact]
    public async Task An_encoding_whose_rows_are_other_than_operations_is_refused()
    {
        await WithAsync("kernelWeight", 1);
        await WithAsync("encoding", "paper-lenient");
        var fit = await FitAsync();
        fit.Code.ShouldBe(ExitCode.Failed);
        fit.Error.ShouldContain("kernelWeight: needs the encoding universal");
    }

    public void Dispose() => _networks.Dispose();

    private Task<CommandLine> FitAsync() => CommandLine.RunAsync("fit", _networks.Recipe, "--run", _networks.Run, "--threads", "1");

    private async Task WithAsync(string key, JsonNode value)
    {
        var recipe = JsonNode.Parse(await File.ReadAllTextAsync(_networks.Recipe, TestContext.Current.CancellationToken))!;
        recipe[key] = value;
        await File.WriteAllTextAsync(_networks.Recipe, recipe.ToJsonString(), TestContext.Current.CancellationToken);
    }
}
