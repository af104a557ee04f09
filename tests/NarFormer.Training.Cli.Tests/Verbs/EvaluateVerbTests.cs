namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class EvaluateVerbTests
{
    [Fact]
    public async Task A_folder_without_a_training_is_an_error_that_names_it()
    {
        var line = await CommandLine.RunAsync("evaluate", "--run", "no-such-run");
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain("no-such-run");
    }

    [Fact]
    public async Task An_unknown_split_is_a_usage_error() =>
        (await CommandLine.RunAsync("evaluate", "--run", "x", "--split", "holdout")).Code.ShouldBe(ExitCode.Usage);
}
