namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class ExportVerbTests
{
    [Fact]
    public async Task A_folder_without_a_training_is_an_error_that_names_it()
    {
        var line = await CommandLine.RunAsync("export", "--run", "no-such-run", "-o", "x.onnx");
        line.Code.ShouldBe(ExitCode.Failed);
        line.Error.ShouldContain("no-such-run");
    }

    [Fact]
    public async Task A_file_to_write_is_required() => (await CommandLine.RunAsync("export", "--run", "x")).Code.ShouldBe(ExitCode.Usage);
}
