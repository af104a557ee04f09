using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using NarFormer.Training.Adaptation.Platforms;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train transfer platform</c>: a predictor adapted to a platform on which the same networks were measured.</summary>
internal static class TransferPlatformVerb
{
    private const int FewestMeasurements = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static Command Build(VerbContext context)
    {
        var predictor = new Option<string>("--predictor") { Description = "The predictor file of the first platform.", Required = true, HelpName = "file" };
        var from = new Option<string>("--from") { Description = "The data set that it was trained on: its test split is what is asked for.", Required = true, HelpName = "folder" };
        var to = new Option<string>("--to") { Description = "The data set of the second platform.", Required = true, HelpName = "folder" };
        var measurements = new Option<int[]>("--measurements") { Description = "Numbers of measurements.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10, 30, 100] };
        var draws = new Option<int>("--draws") { Description = "How often measurements are drawn.", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Print every score as JSON." };
        measurements.Validators.Add(result =>
        {
            if (result.GetValue(measurements)?.Any(m => m < FewestMeasurements) ?? false) result.AddError($"--measurements must be at least {FewestMeasurements}");
        });
        draws.Validators.Add(result =>
        {
            if (result.GetValue(draws) < 1) result.AddError("--draws must be at least 1");
        });
        var verb = new Command("platform", """
            Adapts a predictor to a second platform by a few measurements and scores it beside one factor for all networks and
            a linear regression from the measurements alone.
            Example: narformer-train transfer platform --predictor predictors/latency-ort-cpu.onnx --from data/latency-ort-cpu --to data/latency-ort-cpu-plain
            """)
        {
            predictor, from, to, measurements, draws, json,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var result = PlatformStudy.Run(
                parsed.GetRequiredValue(predictor), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetRequiredValue(measurements), parsed.GetValue(draws), cancellation);
            context.Output.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(result, Json) + "\n" : PlatformStudyText.Of(result));
            return ExitCode.Ok;
        }, cancellation));
        return verb;
    }
}
