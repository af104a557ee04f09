namespace NarFormer.Training.Cli.Tests;

/// <summary>What a command line gave.</summary>
internal sealed record CommandLine(int Code, string Output, string Error)
{
    /// <summary>Runs <paramref name="arguments"/> inside the test process.</summary>
    public static async Task<CommandLine> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        int code = await CommandTree.RunAsync(arguments, new VerbContext(output, error, TimeProvider.System), TestContext.Current.CancellationToken);
        return new CommandLine(code, output.ToString(), error.ToString());
    }
}
