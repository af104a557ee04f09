using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NarFormer.Files;
using NarFormer.Training.Native;
using NarFormer.Training.Recipes;
using NarFormer.Training.Refreshing;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train refresh</c>: trains again when enough was measured, and replaces a predictor only by a better one.</summary>
internal static class RefreshVerb
{
    private const int FolderDigits = 12;

    private static readonly Argument<string> RecipeArgument = new("recipe") { Description = "The recipe, a JSON file; its data set is not used." };

    private static readonly Option<string> PredictorOption = new("--predictor") { Description = "The predictor file to replace, or to write if there is none.", Required = true, HelpName = "file" };

    private static readonly Option<int> NewOption = new("--new") { Description = "How many more networks to learn from than the predictor had make training worth it.", DefaultValueFactory = _ => 100 };

    private static readonly Option<string> RunsOption = new("--runs") { Description = "The folder for trainings, each in a folder of its own.", DefaultValueFactory = _ => Path.Combine("runs", "refresh") };

    private static readonly Option<int> Threads = ThreadsOption.Make();

    private static readonly Option<bool> JsonOption = new("--json") { Description = "Print the outcome as JSON." };

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var command = new Command("refresh", """
            Trains on what a store remembers if there is enough that is new, and replaces the predictor file if the new one is better on measured networks that were held out. It can be stopped at any time and goes on where it was.
            Example: narformer-train refresh configs/latency.json --predictor mine.onnx --from-store --new 200
            """)
        {
            RecipeArgument, PredictorOption, NewOption, RunsOption, Threads, JsonOption,
        };
        var source = new FromStoreOptions(command);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, source, context, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, FromStoreOptions source, VerbContext context, CancellationToken cancellation)
    {
        TorchProcess.Configure(parsed.GetValue(Threads));
        var recipe = RecipeFile.Read(parsed.GetRequiredValue(RecipeArgument));
        if (recipe.Cells is not null || recipe.Baseline is not null) throw new InvalidDataException("refresh: the recipe has to be one for a network that predicts networks");
        string predictor = parsed.GetRequiredValue(PredictorOption), runs = Directory.CreateDirectory(parsed.GetRequiredValue(RunsOption)).FullName;
        int learnt = File.Exists(predictor) ? PredictorFile.Read(predictor).Description.TrainingData.Networks : 0;
        string written = Path.Combine(runs, StoreSnapshot.FileName);
        var snapshot = await SnapshotAsync(parsed, source, written, context, cancellation);
        if (snapshot.Training - learnt < parsed.GetValue(NewOption))
        {
            File.Delete(written);
            Write(context, parsed, new JsonObject { ["trained"] = false, ["networks"] = snapshot.Training, ["learntFrom"] = learnt, ["replaced"] = false },
                $"{predictor}: {snapshot.Training} networks to learn from, {learnt} of them when it was trained: not enough is new");
            return ExitCode.Ok;
        }

        var session = TrainingSession.Load(FromStoreOptions.Of(recipe, Placed(runs, written)), cancellation);
        var run = RunFolder.Start(Path.GetDirectoryName(session.Recipe.Dataset)!, session.Recipe);
        context.Error.WriteLine($"{session.Samples.Training.Count} networks to train on, {session.Samples.Validation.Count} to choose by, {session.Samples.Test.Count} held out; {run.Folder}");
        session.Fit(run, context.Clock, new EpochLines(context.Error), cancellation);
        var outcome = PredictorRefresh.Replace(session, run, predictor, cancellation);
        Write(context, parsed, Json(outcome, snapshot, learnt), Text(outcome, predictor));
        return ExitCode.Ok;
    }

    private static async Task<StoreSnapshot> SnapshotAsync(ParseResult parsed, FromStoreOptions source, string path, VerbContext context, CancellationToken cancellation)
    {
        await using var store = await source.OpenAsync(parsed, context, cancellation);
        return await StoreSnapshot.WriteAsync(store, await StoreSnapshot.PlatformAsync(store, source.Platform(parsed), cancellation), path, cancellation);
    }

    // The same networks and labels come to the same folder: a training of them goes on.
    private static string Placed(string runs, string written)
    {
        string folder = Path.Combine(runs, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(written)))[..FolderDigits]);
        string path = Path.Combine(Directory.CreateDirectory(folder).FullName, StoreSnapshot.FileName);
        File.Move(written, path, overwrite: true);
        return path;
    }

    private static void Write(VerbContext context, ParseResult parsed, JsonObject json, string text) =>
        context.Output.WriteLine(parsed.GetValue(JsonOption) ? json.ToJsonString() : text);

    private static JsonObject Json(RefreshOutcome outcome, StoreSnapshot snapshot, int learnt) => new()
    {
        ["trained"] = true,
        ["networks"] = snapshot.Training,
        ["learntFrom"] = learnt,
        ["heldOut"] = outcome.HeldOut,
        ["oldMape"] = outcome.OldMape,
        ["newMape"] = outcome.NewMape,
        ["replaced"] = outcome.Replaced,
    };

    private static string Text(RefreshOutcome outcome, string predictor) => string.Create(
        CultureInfo.InvariantCulture,
        $"{predictor}: {(outcome.Replaced ? outcome.OldMape is null ? "written" : "replaced" : "kept")}; on {outcome.HeldOut} held-out networks the new one is off by {100 * outcome.NewMape:0.00} %{(outcome.OldMape is { } old ? $", the old one by {100 * old:0.00} %" : "")}");
}
