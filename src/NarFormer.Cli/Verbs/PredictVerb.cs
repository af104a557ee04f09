using System.CommandLine;
using NarFormer.Cli.Predicting;
using NarFormer.Onnx;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer predict</c>: what networks will do, without running them.</summary>
internal static class PredictVerb
{
    private const string DefaultPredictor = "latency-ort-cpu";

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = NetworkFiles.Argument();
        var predictor = new Option<string>("--predictor")
        {
            Description = "The name of a predictor that is installed with this tool, or a predictor file.",
            HelpName = "name or file",
            DefaultValueFactory = _ => DefaultPredictor,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each file, on a line of its own." };
        var command = new Command("predict", """
            Predicts the latency of networks, with an interval and a warning for networks unlike the training data.
            Example: narformer predict models/**/*.onnx --batch 8
            """)
        {
            paths, predictor, json,
        };
        var reading = new ReadingOptions(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            context, NetworkFiles.Find(parsed.GetRequiredValue(paths)), parsed.GetRequiredValue(predictor), reading.Of(parsed), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(VerbContext context, NetworkFiles networks, string name, OnnxReadOptions options, bool json, CancellationToken cancellation)
    {
        int failures = networks.Problems.Count;
        foreach (string problem in networks.Problems) context.Fail(problem);
        using var predictor = Load(name);
        IPredictionWriter writer = json ? new PredictionJson(context) : new PredictionText(context, predictor.Description, networks.Files);
        foreach (var file in new FilePredictions(predictor, options).Of(networks.Files, cancellation))
        {
            writer.Write(file);
            if (file is FilePrediction.Failed) failures++;
        }

        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    // Files are what is worked on at once, so each of them takes one thread.
    private static Predictor Load(string nameOrFile)
    {
        var options = new PredictorOptions { Threads = 1 };
        return File.Exists(nameOrFile) ? Predictor.Load(nameOrFile, options) : Predictor.LoadBundled(nameOrFile, options);
    }
}
