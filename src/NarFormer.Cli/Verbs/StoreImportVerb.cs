using System.CommandLine;
using NarFormer.Cli.Storing;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer store import</c>: takes in what was measured elsewhere.</summary>
internal static class StoreImportVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = new Argument<string[]>("path") { Description = "Folders of latency data sets, and files that 'narformer measure --json' or 'narformer store export' wrote.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each network as soon as it is stored, on a line of its own." };
        var command = new Command("import", """
            Stores networks with their measurements. It can be stopped at any time and goes on where it was.
            Example: narformer store import data/latency-ort-cpu
            """)
        {
            paths, json,
        };
        var location = new StoreOption(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await location.OpenAsync(parsed, context, cancellation);
            var import = new StoreImport(store, context, parsed.GetValue(json));
            foreach (string path in parsed.GetRequiredValue(paths)) await import.RunAsync(path, cancellation);
            var summary = parsed.GetValue(json) ? context.Error : context.Output;
            summary.WriteLine($"{import.Imported} networks imported, {import.Known} known before, {import.Failed} failed");
            return import.Failed == 0 ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }
}
