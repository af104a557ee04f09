using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using NarFormer.Training.Native;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;
using NarFormer.Training.Trust;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train trust</c>: how far intervals and the test of what is familiar can be relied on.</summary>
internal static class TrustVerb
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static Command Build(VerbContext context)
    {
        var run = new Option<string[]>("--run") { Description = "The folder of the training; given more than once, the mean of all is judged.", Required = true };
        var leftOut = new Option<string[]>("--unfamiliar")
        {
            Description = "The folder of a training that left families out and tests on them, or of a study of such trainings.",
            DefaultValueFactory = _ => [],
        };
        var threads = ThreadsOption.Make();
        var json = new Option<bool>("--json") { Description = "Print the report as JSON in place of Markdown tables." };
        var command = new Command("trust", """
            Calibrates a finished training on its validation split, as export does, and shows on the test split how many latencies lie
            in their intervals and how many networks are flagged as not familiar; with --unfamiliar the same for families that
            trainings left out, and how well the two are told apart.
            Example: narformer-train trust --run runs/latency --unfamiliar runs/latency-out-of-domain/ours
            """)
        {
            run, leftOut, threads, json,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            context, parsed.GetRequiredValue(run), parsed.GetRequiredValue(leftOut), parsed.GetValue(threads), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(VerbContext context, string[] runPaths, string[] leftOut, int threads, bool json, CancellationToken cancellation)
    {
        TorchProcess.Configure(threads);
        var runs = RunFolder.OpenEnsemble(runPaths);
        var recipe = RecipeFile.Read(runs[0].Recipe);
        if (recipe.Cells is not null) throw new InvalidDataException($"{runs[0].Folder}: a training on cells, whose predictions have no intervals");
        NamedRuns[] trainings = [.. leftOut.SelectMany(NamedRuns.Below)];
        var report = TrustEvaluation.Of(TrainingSession.Load(recipe, cancellation), runs, trainings, new ErrorLines(context.Error), cancellation);
        if (json) context.Output.WriteLine(JsonSerializer.Serialize(report, JsonOptions));
        else context.Output.Write(TrustTable.Of(report));
        return ExitCode.Ok;
    }
}
