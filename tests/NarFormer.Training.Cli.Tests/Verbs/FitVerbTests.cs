namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class FitVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fit").FullName;

    [Fact]
    public async Task A_missing_recipe_is_an_error_that_names_it()
    {
        var line = await CommandLine.RunAsync("fit", Path.Combine(_folder, "none.json"));
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain("none.json");
    }

    [Fact]
    public async Task A_recipe_with_an_unknown_key_is_an_error_that_names_file_and_key()
    {
        string recipe = Path.Combine(_folder, "bad.json");
        await File.WriteAllTextAsync(recipe, """{ "dataset": "d", "epoch": 3 }""", TestContext.Current.CancellationToken);
        var line = await CommandLine.RunAsync("fit", recipe);
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain("bad.json");
        line.Error.ShouldContain("epoch");
    }

    [Fact]
    public async Task A_recipe_is_required() => (await CommandLine.RunAsync("fit")).Code.ShouldBe(ExitCode.Usage);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
