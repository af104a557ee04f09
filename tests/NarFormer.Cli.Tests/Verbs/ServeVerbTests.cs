namespace NarFormer.Cli.Tests.Verbs;

public sealed class ServeVerbTests
{
    [Fact]
    public async Task Other_machines_need_a_key()
    {
        using var folder = new ScratchFolder();
        var run = await CommandLine.Run("serve", "--urls", "http://0.0.0.0:0", "--store", Path.Combine(folder.Root, "store.db"));
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("http://0.0.0.0:0 can be reached from other machines");
    }

    [Theory]
    [InlineData("--predictor", "none", "there is no predictor 'none'")]
    [InlineData("--store", "/dev/null/store.db", "/dev/null")]
    [InlineData("--urls", "nowhere", "nowhere: an address looks like")]
    public async Task What_cannot_be_served_is_an_error(string option, string value, string message)
    {
        using var folder = new ScratchFolder();
        string[] store = option == "--store" ? [] : ["--store", Path.Combine(folder.Root, "store.db")];
        var run = await CommandLine.Run(["serve", option, value, .. store]);
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task An_upload_limit_below_a_megabyte_is_a_usage_error() =>
        (await CommandLine.Run("serve", "--max-upload", "0")).Exit.ShouldBe(ExitCode.Usage);
}
