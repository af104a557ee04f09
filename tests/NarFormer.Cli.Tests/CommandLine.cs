using System.Text.Json.Nodes;

namespace NarFormer.Cli.Tests;

/// <summary>One run of <c>narformer</c> inside the test process.</summary>
internal sealed record CommandLine(int Exit, string Output, string Error)
{
    /// <summary>The output as JSON Lines.</summary>
    public IReadOnlyList<JsonObject> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>Runs the command with <paramref name="arguments"/>.</summary>
    public static async Task<CommandLine> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new VerbContext(output, error, TimeProvider.System);
        int exit = await CommandTree.RunAsync(arguments, context, TestContext.Current.CancellationToken);
        return new CommandLine(exit, output.ToString(), error.ToString());
    }
}
