using System.CommandLine;
using System.Text.Json.Nodes;
using NarFormer.Training.Fitting;
using NarFormer.Training.Native;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train fit</c>: trains a network by a recipe, or goes on with a training that was stopped.</summary>
internal static class FitVerb
{
    private static readonly Argument<string> RecipeArgument = new("recipe") { Description = "The recipe, a JSON file." };

    private static readonly Option<string?> RunOption = new("--run") { Description = "The folder of the training; default runs/ and the recipe's name." };

    private static readonly Option<long?> SeedOption = new("--seed") { Description = "A seed in place of the recipe's." };

    private static readonly Option<int> Threads = ThreadsOption.Make();

    private static readonly Option<bool> JsonOption = new("--json") { Description = "Print the outcome as JSON." };

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var command = new Command("fit", "Trains a network, or goes on with a training that was stopped. Example: narformer-train fit configs/latency.json --threads 2")
        {
            RecipeArgument, RunOption, SeedOption, Threads, JsonOption,
        };
        var source = new FromStoreOptions(command);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, source, context, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, FromStoreOptions source, VerbContext context, CancellationToken cancellation)
    {
        TorchProcess.Configure(parsed.GetValue(Threads));
        string path = parsed.GetRequiredValue(RecipeArgument);
        var recipe = RecipeFile.Read(path);
        if (parsed.GetValue(SeedOption) is { } seed) recipe = recipe with { Seed = seed };
        if (recipe.Baseline is { } baseline) throw new InvalidDataException($"{path}: baseline: {baseline} keeps no weights; narformer-train study scores it");
        string folder = parsed.GetValue(RunOption) ?? Path.Combine("runs", Path.GetFileNameWithoutExtension(path));
        if (source.IsGiven(parsed)) recipe = await source.SnapshotAsync(parsed, recipe, folder, context, cancellation);
        var run = RunFolder.Start(folder, recipe);

        context.Error.WriteLine($"reading {recipe.Dataset}");
        var session = ITrainingSession.Load(recipe, cancellation);
        context.Error.WriteLine($"{session.Split("train").Labels.Count} networks to train on, {session.Split("validation").Labels.Count} to choose by; {run.Folder}");
        var outcome = session.Fit(run, context.Clock, new EpochLines(context.Error), cancellation);

        if (parsed.GetValue(JsonOption)) context.Output.WriteLine(Json(run, outcome).ToJsonString());
        else context.Output.WriteLine($"{run.Folder}: validation {outcome.Criterion.Text(outcome.BestScore)} at epoch {outcome.BestEpoch} of {outcome.Epochs}{(outcome.StoppedEarly ? ", stopped early" : "")}");
        return ExitCode.Ok;
    }

    private static JsonObject Json(RunFolder run, FitOutcome outcome) => new()
    {
        ["run"] = run.Folder,
        ["epochs"] = outcome.Epochs,
        ["bestEpoch"] = outcome.BestEpoch,
        ["criterion"] = outcome.Criterion.Name,
        ["validation"] = outcome.BestScore,
        ["stoppedEarly"] = outcome.StoppedEarly,
        ["seconds"] = outcome.Seconds,
    };
}
