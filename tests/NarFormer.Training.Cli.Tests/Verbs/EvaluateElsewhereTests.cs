namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class EvaluateElsewhereTests : IDisposable
{
    private readonly TinyDataset _networks = new("squeezenet");
    private readonly TinyDataset _others = new("alexnet");

    [Fact]
    public async Task A_training_is_scored_on_another_data_set_and_its_folder_stays_as_it_is()
    {
        (await CommandLine.RunAsync("fit", _networks.Recipe, "--run", _networks.Run, "--threads", "1")).Code.ShouldBe(ExitCode.Ok);
        string[] before = Directory.GetFiles(_networks.Run);
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", _networks.Run, "--dataset", Path.Combine(_others.Folder, "data"));
        evaluation.Code.ShouldBe(ExitCode.Ok, evaluation.Error);
        evaluation.Output.ShouldContain("alexnet");
        evaluation.Output.ShouldNotContain("squeezenet");
        Directory.GetFiles(_networks.Run).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error_that_names_it()
    {
        (await CommandLine.RunAsync("fit", _networks.Recipe, "--run", _networks.Run, "--threads", "1")).Code.ShouldBe(ExitCode.Ok);
        var evaluation = await CommandLine.RunAsync("evaluate", "--run", _networks.Run, "--dataset", "nowhere");
        evaluation.Code.ShouldBe(ExitCode.Failed);
        evaluation.Error.ShouldContain("nowhere");
    }

    public void Dispose()
    {
        _networks.Dispose();
        _others.Dispose();
    }
}
