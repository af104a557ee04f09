using System.CommandLine;
using NarFormer.Cli.Predicting;
using NarFormer.Cli.Ranking;
using NarFormer.Onnx;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer predict</c>: what networks will do, without running them.</summary>
internal static class PredictVerb
{
    /// <summary>The predictor that is installed for networks.</summary>
    public const string DefaultPredictor = "latency-ort-cpu";

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = NetworkFiles.Argument(required: false);
        var predictor = new Option<string?>("--predictor")
        {
            Description = $"The name of a predictor that is installed with this tool, or a predictor file [default: {DefaultPredictor}, with --cells {CellPredictors.Default}].",
            HelpName = "name or file",
        };
        var cells = new Option<string>("--cells") { Description = "A file of cells of a search space (.csv or .jsonl) in place of networks." };
        var skip = new Option<bool>("--skip-bad") { Description = "Report wrong lines of a file of cells and go on." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each file, on a line of its own." };
        var command = new Command("predict", """
            Predicts the latency of networks, with an interval and a warning for networks unlike the training data.
            Example: narformer predict models/**/*.onnx --batch 8
            """)
        {
            paths, predictor, cells, skip, json,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(paths) is { Length: > 0 }) == (result.GetValue(cells) is not null)) result.AddError("predict needs either networks or --cells");
        });
        var reading = new ReadingOptions(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(cells) is { } file
            ? RunCells(context, file, parsed.GetValue(skip), parsed.GetValue(predictor) ?? CellPredictors.Default, parsed.GetValue(json), cancellation)
            : Run(context, NetworkFiles.Find(parsed.GetRequiredValue(paths)), parsed.GetValue(predictor) ?? DefaultPredictor, reading.Of(parsed), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(VerbContext context, NetworkFiles networks, string name, OnnxReadOptions options, bool json, CancellationToken cancellation)
    {
        int failures = networks.Problems.Count;
        foreach (string problem in networks.Problems) context.Fail(problem);
        using var predictor = Load(name);
        IPredictionWriter writer = json ? new PredictionJson(context, predictor.Description) : new PredictionText(context, predictor.Description, networks.Files);
        foreach (var file in new FilePredictions(predictor, options).Of(networks.Files, cancellation))
        {
            writer.Write(file);
            if (file is FilePrediction.Failed) failures++;
        }

        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static int RunCells(VerbContext context, string file, bool skipBad, string name, bool json, CancellationToken cancellation)
    {
        using var predictor = CellPredictors.Load(name);
        var cells = CellPredictors.CellsOf(file, predictor, skipBad, context);
        var ranking = new CellRanking(predictor, context);
        foreach (var cell in ranking.All(cells, ranking.Predict(cells, cancellation))) RankingWriter.Write(context, cell, json);
        return ExitCode.Ok;
    }

    /// <summary>Loads a predictor file, or an installed predictor by name; files are what is worked on at once, so each takes one thread.</summary>
    public static Predictor Load(string nameOrFile)
    {
        var options = new PredictorOptions { Threads = 1 };
        return File.Exists(nameOrFile) ? Predictor.Load(nameOrFile, options) : Predictor.LoadBundled(nameOrFile, options);
    }
}
