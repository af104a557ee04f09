using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NarFormer.Description;
using NarFormer.Files;
using NarFormer.Training.Adaptation.Predictors;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train adapt</c>: a predictor of another platform from a few measurements on it.</summary>
internal static class AdaptVerb
{
    public static Command Build(VerbContext context)
    {
        var predictor = new Option<string>("--predictor") { Description = "The predictor file of the platform that is known.", Required = true, HelpName = "file" };
        var labels = new Option<string>("--labels")
        {
            Description = "What was measured on the new platform: a table file,latencyMs with paths of ONNX files relative to it, or what narformer measure --json printed; for a predictor of cells a table arch,latencyMs.",
            Required = true,
            HelpName = "file",
        };
        var output = new Option<string>("--output", "-o") { Description = "The predictor file to write.", Required = true };
        var platform = new Option<string?>("--platform") { Description = "What to call the new platform, if the measurements do not say." };
        var json = new Option<bool>("--json") { Description = "Print the outcome as JSON." };
        var verb = new Command("adapt", """
            Fits a predictor to another platform by a few measurements on it: 10 are enough for a start, 100 are better. What
            they do not say stays as it was but for a factor. Takes seconds.
            Example: narformer-train adapt --predictor predictors/latency-ort-cpu.onnx --labels few.csv --platform "my board" -o mine.onnx
            """)
        {
            predictor, labels, output, platform, json,
        };
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            context, parsed.GetRequiredValue(predictor), parsed.GetRequiredValue(labels), parsed.GetRequiredValue(output), parsed.GetValue(platform), parsed.GetValue(json), cancellation)));
        return verb;
    }

    private static int Run(VerbContext context, string predictor, string labels, string output, string? platform, bool json, CancellationToken cancellation)
    {
        var source = PredictorFile.Read(predictor);
        var samples = AdaptationSamples.Read(source, predictor, labels, cancellation);
        string name = platform ?? samples.Platform ?? throw new ArgumentException($"--platform is needed: {labels} does not say what was measured on");
        var target = new AdaptationTarget(Path.GetFileNameWithoutExtension(output), name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(labels))));
        var adapted = PredictorAdaptation.Of(source, samples.Samples, target);
        adapted.Write(output);
        context.Output.WriteLine(json ? Json(adapted.Description, output).ToJsonString() : Text(adapted.Description, output));
        return ExitCode.Ok;
    }

    private static JsonObject Json(PredictorDescription adapted, string output)
    {
        var (adaptation, score) = (adapted.Adaptation!, adapted.Scores.Values.Single());
        return new JsonObject
        {
            ["file"] = output,
            ["platform"] = adapted.Platform,
            ["predictor"] = adaptation.Predictor,
            ["measurements"] = adaptation.Measurements,
            ["factor"] = adaptation.Factor,
            ["leftOutMape"] = score.Mape,
            ["leftOutAcc10"] = score.Acc10,
            ["errorQuantiles"] = new JsonArray([.. adapted.ErrorQuantiles.Select(q => (JsonNode)new JsonObject { ["coverage"] = q.Coverage, ["logError"] = q.LogError })]),
        };
    }

    private static string Text(PredictorDescription adapted, string output)
    {
        var (adaptation, score) = (adapted.Adaptation!, adapted.Scores.Values.Single());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{output}: {adapted.Platform}, from {adaptation.Predictor} and {adaptation.Measurements} measurements; {adaptation.Factor:0.00} times its latencies; a measurement that is left out is missed by {100 * score.Mape:0.0} % on average");
    }
}
