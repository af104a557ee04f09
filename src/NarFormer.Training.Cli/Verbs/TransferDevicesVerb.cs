using System.CommandLine;
using System.Text.Json;
using NarFormer.Training.Adaptation.Devices;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train transfer devices</c>: latencies on a new device from those on other devices and a few measurements.</summary>
internal static class TransferDevicesVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Build(VerbContext context)
    {
        var recipe = new Argument<string>("recipe") { Description = "A JSON file that names cells, their latencies on devices, and which devices are known." };
        var json = new Option<bool>("--json") { Description = "Print every score as JSON." };
        var verb = new Command(
            "devices",
            "Predicts the latencies of cells on devices from those on other devices and 10, 30 or 100 measurements, and scores their order.\nExample: narformer-train transfer devices configs/adaptation/nasbench201-devices.json")
        {
            recipe, json,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var study = DeviceStudyFile.Read(parsed.GetRequiredValue(recipe));
            var result = DeviceStudy.Run(study, new ErrorLines(context.Error), cancellation);
            context.Output.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(Relative(result), Json) + "\n" : DeviceStudyText.Of(result));
            return ExitCode.Ok;
        }, cancellation));
        return verb;
    }

    // Where the files lay is of no interest to others.
    private static DeviceStudyResult Relative(DeviceStudyResult result) =>
        result with { Recipe = result.Recipe with { Cells = Path.GetFileName(result.Recipe.Cells), Latencies = Path.GetFileName(result.Recipe.Latencies) } };
}
