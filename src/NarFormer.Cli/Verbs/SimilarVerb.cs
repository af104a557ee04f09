using System.CommandLine;
using System.Text.Json.Nodes;
using NarFormer.Cli.Storing;
using NarFormer.Store;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer similar</c>: the known networks that are most like one.</summary>
internal static class SimilarVerb
{
    private const int LinesBetween = 100;

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var path = new Argument<string>("path") { Description = "An ONNX file." };
        var count = new Option<int>("--count", "-n") { Description = "How many networks.", DefaultValueFactory = _ => 10 };
        var predictor = new Option<string>("--predictor") { Description = "The predictor whose vectors tell what is alike: one that is installed with this tool, or a predictor file.", HelpName = "name or file", DefaultValueFactory = _ => PredictVerb.DefaultPredictor };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each network, on a line of its own." };
        count.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int value) && value < 1) result.AddError($"--count {value}: must be at least 1");
        });
        var command = new Command("similar", """
            Lists the networks of the store that are most like one, the nearest first, with what is known of their latency.
            Example: narformer similar model.onnx --count 5
            """)
        {
            path, count, predictor, json,
        };
        var location = new StoreOption(command);
        var reading = new ReadingOptions(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var captured = new NetworkCapture(context.Clock, reading.Of(parsed)).File(parsed.GetRequiredValue(path));
            using var loaded = PredictVerb.Load(parsed.GetRequiredValue(predictor));
            await using var store = await location.OpenAsync(parsed, context, cancellation);
            await FillAsync(context, store, loaded, cancellation);
            var networks = await SimilarNetworks.LoadAsync(store, loaded.Version, cancellation);
            float[] point = loaded.Embed(loaded.Encoding.FoldsConstants ? captured.Graph : StoredModel.Read(captured.Model, captured.Network.Name, foldConstants: false));
            foreach (var near in networks.Nearest(point, parsed.GetValue(count), except: captured.Network.Hash)) await WriteAsync(context, store, near, parsed.GetValue(json), cancellation);
            if (networks.Count == 0) context.Warn("the store has no networks yet; 'narformer store import' and 'narformer query' fill it");
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task FillAsync(VerbContext context, INetworkStore store, Predictor predictor, CancellationToken cancellation)
    {
        var progress = new CountedLines(context.Error, LinesBetween, "vectors");
        foreach (string failure in await MissingVectors.FillAsync(store, predictor.Version, predictor.Encoding.FoldsConstants, predictor.Embed, progress, cancellation)) context.Warn(failure);
    }

    private static async Task WriteAsync(VerbContext context, INetworkStore store, SimilarNetwork near, bool json, CancellationToken cancellation)
    {
        var network = await store.FindAsync(near.Hash, cancellation) ?? throw new InvalidDataException($"network {near.Hash} is not in the store");
        var answers = Answer.Of(await store.MeasurementsAsync(near.Hash, cancellation), await store.PredictionsAsync(near.Hash, cancellation));
        context.Output.WriteLine(json
            ? new JsonObject { ["hash"] = near.Hash, ["name"] = network.Name, ["family"] = network.Family, ["distance"] = near.Distance, ["answers"] = AnswerJson.Of(answers) }.ToJsonString()
            : $"{network.Name}  {near.Hash[..8]}  distance {Quantity.Number(near.Distance)}  {string.Join("; ", answers.Select(AnswerText.Of))}".TrimEnd());
    }
}
