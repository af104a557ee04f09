using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train ceiling</c>: what a predictor of cells could reach at most.</summary>
internal static class CeilingVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build(VerbContext context)
    {
        var recipe = new Argument<string>("recipe") { Description = "A recipe, a JSON file with cells." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var verb = new Command(
            "ceiling",
            "Scores predictions that cheat: the labels of all cells, and their means over cells that a recipe encodes alike. No training.\nExample: narformer-train ceiling configs/nasbench201.json")
        {
            recipe, json,
        };
        verb.SetAction(parsed => Run(context, RecipeFile.Read(parsed.GetRequiredValue(recipe)), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(VerbContext context, TrainingRecipe recipe, bool json)
    {
        var (encoding, samples) = CellSampleLoader.Load(recipe);
        var ceiling = LabelCeiling.Of([.. samples.All.DistinctBy(c => c.Id, StringComparer.Ordinal)]);
        if (json)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(ceiling, Json));
            return ExitCode.Ok;
        }

        var cells = recipe.Cells!;
        context.Output.WriteLine($"{ceiling.Cells} cells, {ceiling.Encodings} of them different in {encoding.Name}; Kendall tau");
        Row("prediction", $"against {cells.TrainingLabel}", $"against {cells.TestLabel}");
        Scores(cells.TrainingLabel, ceiling.TrainingLabel);
        Scores($"{cells.TrainingLabel}, mean of cells alike", ceiling.TrainingMean);
        Scores($"{cells.TestLabel}, mean of cells alike", ceiling.TestMean);
        return ExitCode.Ok;

        void Scores(string name, LabelCeiling.Taus taus) => Row(name, Text(taus.Training), Text(taus.Test));
        void Row(string name, string training, string test) => context.Output.WriteLine($"{name,-44}{training,28}{test,28}");
    }

    private static string Text(double tau) => tau.ToString("0.0000", CultureInfo.InvariantCulture);
}
