namespace NarFormer.Cli.Tests;

public sealed class CommandTreeTests
{
    public static IEnumerable<TheoryDataRow<string>> Verbs()
    {
        var context = new VerbContext(TextWriter.Null, TextWriter.Null, TimeProvider.System);
        return CommandTree.Build(context).Subcommands.Where(verb => !verb.Hidden).Select(verb => new TheoryDataRow<string>(verb.Name));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_help_of_every_verb_has_an_example(string verb)
    {
        var run = await CommandLine.Run(verb, "--help");
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Output.ShouldContain($"Example: narformer {verb}");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task An_unknown_option_of_every_verb_is_a_usage_error(string verb)
    {
        var run = await CommandLine.Run(verb, "x", "--no-such-option");
        run.Exit.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("error: ");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_verb_is_a_usage_error() => (await CommandLine.Run("guess", "model.onnx")).Exit.ShouldBe(ExitCode.Usage);

    [Fact]
    public async Task The_help_lists_the_verbs() => (await CommandLine.Run("--help")).Output.ShouldContain("inspect");
}
