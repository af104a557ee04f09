using System.CommandLine;
using NarFormer.Datasets.Vectors;
using NarFormer.Training.Cli.Plots;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train plot</c>: pictures of what other verbs wrote.</summary>
internal static class PlotVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context) =>
        new("plot", "Draws pictures of vectors, searches and predictions.") { Map(context), Search(context), Predictions(context), PlotErrors.Families(context), PlotErrors.Sizes(context) };

    private static Command Map(VerbContext context)
    {
        var vectors = new Argument<string>("vectors") { Description = "What narformer embed wrote, .parquet or .safetensors." };
        var labels = new Option<string>("--labels") { Description = "A comma-separated table with the ids of the vectors in one column.", Required = true };
        var label = new Option<string>("--label") { Description = "The column of the table that gives the colours.", Required = true };
        var command = new Command(
            "map",
            "Draws vectors as points of a plane by their two principal components, coloured by a label.\n"
            + "Example: narformer-train plot map vectors.parquet --labels accuracies.csv --label cifar10_test -o map.png")
        {
            vectors, labels, label,
        };
        var picture = new PictureOptions(command, context);
        command.SetAction(async (parsed, cancellation) =>
        {
            var read = await VectorFile.ReadAsync(parsed.GetRequiredValue(vectors), cancellation);
            string name = parsed.GetRequiredValue(label);
            return picture.Write(parsed, VectorMap.Of(read, LabelColumn.Of(TextTable.Read(parsed.GetRequiredValue(labels)), name, read.Ids), name));
        });
        return command;
    }

    private static Command Search(VerbContext context)
    {
        var results = new Argument<string>("results") { Description = "What narformer-train search --json printed." };
        var command = new Command(
            "search",
            "Draws the regret of searches against the cells they asked for: the median over seeds, and the quartiles where the file has them.\n"
            + "Example: narformer-train plot search search.json -o regret.png")
        {
            results,
        };
        var picture = new PictureOptions(command, context);
        command.SetAction(parsed => picture.Write(parsed, SearchPlot.Of(SearchResults.Read(parsed.GetRequiredValue(results)))));
        return command;
    }

    private static Command Predictions(VerbContext context)
    {
        var predictions = new Argument<string>("predictions") { Description = "The table predictions-SPLIT.csv that narformer-train evaluate keeps in the folder of a training." };
        var measured = new Option<string>("--measured") { Description = "The column of measured values.", DefaultValueFactory = _ => "latencyMs" };
        var predicted = new Option<string>("--predicted") { Description = "The column of predictions.", DefaultValueFactory = _ => "network" };
        var command = new Command(
            "predictions",
            "Draws predicted against measured values.\nExample: narformer-train plot predictions runs/latency/predictions-test.csv -o predictions.png")
        {
            predictions, measured, predicted,
        };
        var picture = new PictureOptions(command, context);
        command.SetAction(parsed => picture.Write(
            parsed, PredictionPlot.Of(TextTable.Read(parsed.GetRequiredValue(predictions)), parsed.GetRequiredValue(measured), parsed.GetRequiredValue(predicted))));
        return command;
    }
}
