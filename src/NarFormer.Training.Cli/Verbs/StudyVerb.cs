using System.CommandLine;
using System.CommandLine.Parsing;
using NarFormer.Training.Native;
using NarFormer.Training.Studies;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train study</c>: trains and scores variations of a recipe with several seeds, for a table of results.</summary>
internal static class StudyVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var study = new Argument<string>("study") { Description = "The study, a JSON file: recipe, axes of named merge patches, seeds and ensemble." };
        var output = new Option<string?>("--out") { Description = "The folder of the study; default runs/ and the study's name." };
        var threads = ThreadsOption.Make();
        var share = new Option<StudyShare>("--share")
        {
            Description = "Train a part of the runs, for example 1/2; another process may train 2/2 at the same time.",
            CustomParser = result => StudyShare.TryParse(result.Tokens[0].Value, out var parsed) ? parsed : Refuse(result),
            DefaultValueFactory = _ => StudyShare.All,
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Train only variations with these names, for example ours vgg; of each axis that has any of them, one has to be among them.",
            AllowMultipleArgumentsPerToken = true,
        };
        var minutes = new Option<double?>("--max-minutes") { Description = "Stop after so long; the same command goes on." };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is <= 0) result.AddError("--max-minutes: has to be above 0");
        });
        var json = new Option<bool>("--json") { Description = "Print every single run as JSON in place of the table." };
        var command = new Command(
            "study",
            "Trains and scores variations of a recipe with several seeds and makes a table of the results. What is finished is not trained again, what was "
            + "stopped goes on. Writes table.md and results.json. Example: narformer-train study configs/studies/nasbench201-cifar10.json --threads 1")
        {
            study, output, threads, only, share, minutes, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            using var limit = parsed.GetValue(minutes) is { } most ? new CancellationTokenSource(TimeSpan.FromMinutes(most), context.Clock) : new CancellationTokenSource();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            var selection = new StudySelection(parsed.GetValue(share), parsed.GetValue(only) ?? []);
            return Task.FromResult(Run(
                context, parsed.GetRequiredValue(study), parsed.GetValue(output), parsed.GetValue(threads), selection, parsed.GetValue(json), either.Token));
        });
        return command;
    }

    private static StudyShare Refuse(ArgumentResult result)
    {
        result.AddError($"--share {result.Tokens[0].Value}: expected a part of all parts, for example 1/2");
        return StudyShare.All;
    }

    private static int Run(VerbContext context, string path, string? output, int threads, StudySelection selection, bool json, CancellationToken cancellation)
    {
        TorchProcess.Configure(threads);
        var study = StudyFile.Read(path);
        var folder = new StudyFolder(Path.GetFullPath(output ?? Path.Combine("runs", study.Name)));
        context.Error.WriteLine($"{study.Variations.Count} variations, {study.Seeds.Count} seeds, {study.Ensemble} network{(study.Ensemble == 1 ? "" : "s")} each; {folder.Table}");
        var results = Results(study, new StudyRunner(study, folder, threads, context.Clock, selection), folder, path, context, cancellation);
        context.Output.Write(json ? results.Text() : StudyTable.Of(study, results.Runs));
        return ExitCode.Ok;
    }

    private static StudyResults Results(Study study, StudyRunner runner, StudyFolder folder, string path, VerbContext context, CancellationToken cancellation)
    {
        var results = new StudyResults(study.Name, study.Ensemble, []);
        try
        {
            foreach (var run in runner.Run(new StudyLines(context.Error, context.Clock), cancellation))
            {
                results = results with { Runs = [.. results.Runs, run] };
                results.Write(study, folder);
            }
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }

        return results;
    }
}
