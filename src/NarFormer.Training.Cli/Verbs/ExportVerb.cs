using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NarFormer.Export;
using NarFormer.Training.Exporting;
using NarFormer.Training.Native;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train export</c>: writes the predictor file of finished trainings and holds it against the trained networks.</summary>
internal static class ExportVerb
{
    private const double SingleTolerance = 1e-4, HalfTolerance = 1e-2;

    public static Command Build(VerbContext context)
    {
        var run = new Option<string[]>("--run")
        {
            Description = "The folder of the training; given more than once, the predictor is the mean of all.",
            Required = true,
        };
        var output = new Option<string>("--output", "-o") { Description = "The predictor file to write.", Required = true };
        var half = new Option<bool>("--half") { Description = "Store matrices as 16-bit floats." };
        var json = new Option<bool>("--json") { Description = "Print the outcome as JSON." };
        var command = new Command("export", """
            Writes the predictor file of a finished training, or of the mean of several that differ in their seeds alone, and
            checks it against the trained networks on the test split.
            Example: narformer-train export --run runs/latency -o predictors/latency-ort-cpu.onnx
            """)
        {
            run, output, half, json,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Run(context, parsed.GetRequiredValue(run), parsed.GetRequiredValue(output), parsed.GetValue(half), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(VerbContext context, string[] runPaths, string output, bool half, bool json, CancellationToken cancellation)
    {
        TorchProcess.Configure();
        var runs = RunFolder.OpenEnsemble(runPaths);
        var recipe = RecipeFile.Read(runs[0].Recipe);
        var precision = half ? WeightPrecision.Half : WeightPrecision.Single;
        string name = Path.GetFileNameWithoutExtension(output);
        string candidate = output + ".candidate";
        try
        {
            int tested;
            double difference;
            if (recipe.Cells is null)
            {
                var session = TrainingSession.Load(recipe, cancellation);
                PredictorExport.Of(session, runs, name, precision).Write(candidate);
                (tested, difference) = (session.Samples.Test.Count, PredictorExport.LargestDifference(session, runs, candidate));
            }
            else
            {
                var session = CellSession.Load(recipe);
                CellPredictorExport.Of(session, runs, name, precision).Write(candidate);
                (tested, difference) = (session.Samples.Test.Count, CellPredictorExport.LargestDifference(session, runs, candidate));
            }

            double tolerance = half ? HalfTolerance : SingleTolerance;
            if (difference > tolerance)
            {
                context.Fail(string.Create(CultureInfo.InvariantCulture, $"{output}: not written: its predictions differ from those of the trained network{(runs.Count == 1 ? "" : "s")} by up to {difference:E1}, more than {tolerance:E0}"));
                return ExitCode.Failed;
            }

            File.Move(candidate, output, overwrite: true);
            long bytes = new FileInfo(output).Length;
            context.Output.WriteLine(json
                ? new JsonObject { ["file"] = output, ["networks"] = runs.Count, ["bytes"] = bytes, ["testNetworks"] = tested, ["largestRelativeDifference"] = difference }.ToJsonString()
                : string.Create(CultureInfo.InvariantCulture, $"{output}: {bytes / 1e6:0.00} MB; on {tested} test networks within {difference:E1} of the trained network{(runs.Count == 1 ? "" : "s")}"));
            return ExitCode.Ok;
        }
        finally
        {
            File.Delete(candidate);
        }
    }
}
