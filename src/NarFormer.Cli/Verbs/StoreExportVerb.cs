using System.CommandLine;
using NarFormer.Cli.Storing;
using NarFormer.Store;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer store export</c>: writes a store as JSON Lines.</summary>
internal static class StoreExportVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var output = new Option<string?>("--output", "-o") { Description = "The file to write, in place of the standard output.", HelpName = "file" };
        var json = new Option<bool>("--json") { Description = "Changes nothing: the output is JSON Lines." };
        var command = new Command("export", """
            Writes networks (without weights) and measurements, a JSON object a line, for 'store import'. Predictions and vectors are left out: predictors make them again.
            Example: narformer store export --output networks.jsonl
            """)
        {
            output, json,
        };
        var location = new StoreOption(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await location.OpenAsync(parsed, context, cancellation);
            if (parsed.GetValue(output) is not { } path)
            {
                await WriteAsync(store, context.Output, cancellation);
                return ExitCode.Ok;
            }

            string temporary = path + ".tmp";
            await using (var writer = new StreamWriter(temporary) { NewLine = "\n" }) await WriteAsync(store, writer, cancellation);
            File.Move(temporary, path, overwrite: true);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task WriteAsync(INetworkStore store, TextWriter writer, CancellationToken cancellation)
    {
        await foreach (var network in store.NetworksAsync(cancellation: cancellation))
        {
            byte[] model = await store.ModelAsync(network.Hash, cancellation) ?? throw new InvalidDataException($"network {network.Hash} has no model in the store");
            await writer.WriteLineAsync(StoreLine.Of(new StoreEntry(network, model) { Measurements = await store.MeasurementsAsync(network.Hash, cancellation) }));
        }
    }
}
