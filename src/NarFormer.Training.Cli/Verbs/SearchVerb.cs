using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NarFormer.Training.Native;
using NarFormer.Training.Recipes;
using NarFormer.Training.Search;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train search</c>: predictor-guided search of a table of trained cells beside random search and evolution.</summary>
internal static class SearchVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build(VerbContext context)
    {
        var recipe = new Argument<string>("recipe") { Description = "The recipe of the predictor, a JSON file with cells." };
        var budget = new Option<int>("--budget") { Description = "Cells that a search may ask for.", DefaultValueFactory = _ => 150 };
        var seeds = new Option<int>("--seeds") { Description = "How often each search is run.", DefaultValueFactory = _ => 10 };
        var tolerance = new Option<double>("--tolerance") { Description = "Regret that counts as found, in test accuracy.", DefaultValueFactory = _ => 0.001 };
        var json = new Option<bool>("--json") { Description = "Print regrets after each question as JSON." };
        budget.Validators.Add(result => AtLeastOne(result, budget));
        seeds.Validators.Add(result => AtLeastOne(result, seeds));
        var verb = new Command(
            "search",
            "Looks for the best cell of a table: by a predictor that learns from every answer, by regularised evolution and at random.\nExample: narformer-train search configs/nasbench201-search.json --budget 150")
        {
            recipe, budget, seeds, tolerance, json,
        };
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            context, parsed.GetRequiredValue(recipe), parsed.GetValue(budget), parsed.GetValue(seeds), parsed.GetValue(tolerance), parsed.GetValue(json), cancellation)));
        return verb;
    }

    private static int Run(VerbContext context, string path, int budget, int seeds, double tolerance, bool json, CancellationToken cancellation)
    {
        TorchProcess.Configure();
        var recipe = RecipeFile.Read(path);
        var table = CandidateTable.Load(recipe);
        ISearch[] searches = [new GuidedSearch(recipe), new RegularizedEvolution(), new RandomSearch()];
        var comparison = SearchComparison.Of(table, searches, budget, seeds, tolerance, new ErrorLines(context.Error), cancellation);
        if (json)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(comparison, Json));
            return ExitCode.Ok;
        }

        foreach (var search in comparison.Searches)
        {
            int?[] found = [.. search.Questions.Order(Comparer<int?>.Create((a, b) => (a ?? int.MaxValue).CompareTo(b ?? int.MaxValue)))];
            string median = found[found.Length / 2] is { } questions ? questions.ToString(CultureInfo.InvariantCulture) : $"more than {budget}";
            context.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{search.Name,-10} median regret {search.MedianRegrets[^1]:0.00000} after {search.MedianRegrets.Count} cells; within {tolerance} for good after {median} (median of {seeds}), {found.Count(f => f is not null)} of {seeds} seeds"));
        }

        return ExitCode.Ok;
    }

    private static void AtLeastOne(System.CommandLine.Parsing.OptionResult result, Option<int> option)
    {
        if (result.GetValue(option) < 1) result.AddError($"{option.Name} must be at least 1");
    }
}
