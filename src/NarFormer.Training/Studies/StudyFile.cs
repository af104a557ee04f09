using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Studies;

/// <summary>A study as a JSON file.</summary>
public static partial class StudyFile
{
    private const string WholeRecipe = "recipe";

    private static readonly JsonDocumentOptions Relaxed = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Options = new(RecipeJson.Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Reads and checks the study at <paramref name="path"/>, its recipe and all variations.</summary>
    /// <exception cref="InvalidDataException">A key or variation is not valid; the message names the file and what is wrong.</exception>
    public static Study Read(string path)
    {
        try
        {
            var text = Node(path).Deserialize<StudyText>(Options) ?? throw new InvalidDataException("the file holds no study");
            Check(text);
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            var study = new Study
            {
                Name = Path.GetFileNameWithoutExtension(path),
                Variations = [.. Product(text.Axes).Select(patches => Vary(Base(text.Recipe, folder), patches, folder))],
                Seeds = text.Seeds,
                Ensemble = text.Ensemble,
                ByFamily = text.ByFamily,
                Matrix = text.Matrix,
            };
            if (study.ByFamily && study.Variations[0].Recipe.Cells is not null) throw new InvalidDataException("byFamily: cells have no families");
            if (study.Variations.DistinctBy(v => v.Recipe.Cells is null).Count() > 1) throw new InvalidDataException("axes: some variations are for cells and some are not");
            return study;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static void Check(StudyText text)
    {
        if (text.Seeds.Count == 0 || text.Seeds.Distinct().Count() < text.Seeds.Count) throw new InvalidDataException("seeds: has to hold one or more different seeds");
        if (text.Ensemble < 1) throw new InvalidDataException("ensemble: has to be at least 1");
        if (text.Matrix && text.Axes.Count != 2) throw new InvalidDataException($"matrix: needs two axes, there are {text.Axes.Count}");
        foreach (var axis in text.Axes)
        {
            if (axis.Count == 0) throw new InvalidDataException("axes: an axis is empty");
            if (axis.FirstOrDefault(p => !FolderName().IsMatch(p.Name)) is { } odd)
                throw new InvalidDataException($"axes: the name '{odd.Name}' has to be of letters, digits, '.', '+', '-' and '_', and begin with a letter or a digit");
            if (axis.GroupBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new InvalidDataException($"axes: the name '{twice.Key}' stands twice on an axis");
        }
    }

    private static JsonObject Base(JsonNode recipe, string folder)
    {
        if (recipe is JsonObject inline) return Rooted(inline, folder);
        if (recipe.GetValueKind() != JsonValueKind.String) throw new InvalidDataException("recipe: has to be a path or a recipe");
        string path = Path.GetFullPath(recipe.GetValue<string>(), folder);
        if (!File.Exists(path)) throw new InvalidDataException($"recipe: there is no file {path}");
        return Rooted(Node(path), Path.GetDirectoryName(path)!);
    }

    private static Variation Vary(JsonObject recipe, IReadOnlyList<NamedPatch> patches, string folder)
    {
        string[] names = patches.Count == 0 ? [WholeRecipe] : [.. patches.Select(p => p.Name)];
        try
        {
            return new Variation(names, RecipeFile.Of(patches.Aggregate(recipe, (r, p) => Changed(r, p, folder))));
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"variation '{string.Join(' ', names)}': {e.Message}", e);
        }
    }

    private static JsonObject Changed(JsonObject recipe, NamedPatch patch, string folder) =>
        MergePatch.Apply(patch.Recipe is { } path ? Base(path, folder) : recipe, Rooted(patch.Patch, folder))!.AsObject();

    private static IEnumerable<IReadOnlyList<NamedPatch>> Product(IReadOnlyList<IReadOnlyList<NamedPatch>> axes) =>
        axes.Aggregate((IEnumerable<IReadOnlyList<NamedPatch>>)[[]], (rows, axis) => rows.SelectMany(row => axis.Select(patch => (IReadOnlyList<NamedPatch>)[.. row, patch])));

    private static JsonObject Rooted(JsonObject recipe, string folder)
    {
        var rooted = recipe.DeepClone().AsObject();
        foreach (string key in new[] { "dataset", "labels", "initialWeights" })
        {
            if (rooted[key] is JsonValue value && value.TryGetValue(out string? path)) rooted[key] = Path.GetFullPath(path, folder);
        }

        if (rooted["further"] is JsonArray further)
            rooted["further"] = new JsonArray([.. further.Select(f => f is JsonValue value && value.TryGetValue(out string? path) ? Path.GetFullPath(path, folder) : f?.DeepClone())]);

        return rooted;
    }

    private static JsonObject Node(string path) => JsonNode.Parse(File.ReadAllText(path), documentOptions: Relaxed) as JsonObject
        ?? throw new InvalidDataException($"{path}: has to be a JSON object");

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.+_-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderName();
}
