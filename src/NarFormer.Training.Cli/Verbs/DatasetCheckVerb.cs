using System.CommandLine;
using System.Text.Json;
using NarFormer.Datasets.Latency;
using NarFormer.Datasets.Quality;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train dataset check</c>: the data sheet of a data set.</summary>
internal static class DatasetCheckVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build(VerbContext context)
    {
        var folder = new Argument<string>("folder") { Description = "folder of the data set" };
        var json = new Option<bool>("--json") { Description = "print the data sheet as JSON" };
        var verb = new Command("check", "Checks a measured data set and prints its data sheet: sizes, labels, duplicates, drift, noise floor.\nExample: narformer-train dataset check data/latency-ort-cpu")
        {
            folder, json,
        };
        verb.SetAction(parsed =>
        {
            var dataset = LatencyDataset.Load(parsed.GetValue(folder)!);
            LatencyDatasetCheck.Run(dataset);
            var sheet = DataSheet.Of(dataset);
            context.Output.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(sheet, Json) + "\n" : DataSheetText.Of(sheet, dataset.Environment));
            return ExitCode.Ok;
        });
        return verb;
    }
}
