using System.Text.Json;
using System.Text.Json.Nodes;
using NarFormer.Architecture;
using NarFormer.Encoding;

namespace NarFormer.Training.Recipes;

/// <summary>A recipe as a JSON file.</summary>
public static class RecipeFile
{
    private const string WorkFeature = "workFeature";

    /// <summary>Reads and checks the recipe at <paramref name="path"/>; its data set becomes a full path.</summary>
    /// <exception cref="InvalidDataException">A key is unknown, missing or out of range; the message names file and key.</exception>
    public static TrainingRecipe Read(string path)
    {
        try
        {
            var recipe = Checked(JsonSerializer.Deserialize<TrainingRecipe>(File.ReadAllText(path), RecipeJson.Options));
            return recipe with
            {
                Dataset = Path.GetFullPath(recipe.Dataset, Folder(path)),
                Further = [.. recipe.Further.Select(f => Path.GetFullPath(f, Folder(path)))],
                Labels = recipe.Labels is { } labels ? Path.GetFullPath(labels, Folder(path)) : null,
                InitialWeights = recipe.InitialWeights is { } weights ? Path.GetFullPath(weights, Folder(path)) : null,
            };
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Reads and checks the recipe <paramref name="json"/>, in which paths are full.</summary>
    /// <exception cref="JsonException">A key is unknown, missing or of another kind.</exception>
    /// <exception cref="InvalidDataException">A value is out of range; the message names its key.</exception>
    internal static TrainingRecipe Of(JsonObject json) => Checked(json.Deserialize<TrainingRecipe>(RecipeJson.Options));

    /// <summary>Writes <paramref name="recipe"/> to <paramref name="path"/>, its data set relative to that place.</summary>
    public static void Write(TrainingRecipe recipe, string path)
    {
        string temporary = path + ".tmp";
        var relative = recipe with
        {
            Dataset = Relative(path, recipe.Dataset),
            Further = [.. recipe.Further.Select(f => Relative(path, f))],
            Labels = recipe.Labels is { } labels ? Relative(path, labels) : null,
            InitialWeights = recipe.InitialWeights is { } weights ? Relative(path, weights) : null,
        };
        File.WriteAllText(temporary, Text(relative) + "\n");
        File.Move(temporary, path, overwrite: true);
    }

    private static string Relative(string path, string target) => Path.GetRelativePath(Folder(path), target).Replace('\\', '/');

    /// <summary>The recipe as JSON text, the encoding with its version; two recipes are the same if their texts are.</summary>
    /// <exception cref="InvalidDataException">There is no such encoding.</exception>
    public static string Text(TrainingRecipe recipe) => JsonSerializer.Serialize(Versioned(recipe), RecipeJson.Options);

    /// <summary>The options of the network that <paramref name="recipe"/> trains on networks encoded by <paramref name="encoding"/>.</summary>
    /// <exception cref="InvalidDataException">An option is unknown or is given by the encoding; the message names it.</exception>
    public static NetworkOptions NetworkOf(TrainingRecipe recipe, INetworkEncoding encoding)
    {
        var options = recipe.Network;
        if (options[WorkFeature] is JsonValue value && value.TryGetValue(out string? name))
        {
            options = options.DeepClone().AsObject();
            options[WorkFeature] = encoding.NodeFeature(name) ?? throw new InvalidDataException($"network.{WorkFeature}: {encoding.Name} has no node feature '{name}'");
        }

        return NetworkOf(recipe with { Network = options }, encoding.NodeFeatureCount, encoding.StaticFeatureCount);
    }

    /// <summary>The options of the network that <paramref name="recipe"/> trains on so many features of nodes and of a whole network.</summary>
    /// <exception cref="InvalidDataException">An option is unknown or is given by the encoding; the message names it.</exception>
    public static NetworkOptions NetworkOf(TrainingRecipe recipe, int nodeFeatures, int staticFeatures)
    {
        var options = recipe.Network.DeepClone().AsObject();
        foreach (var (key, value) in new[] { ("nodeFeatures", nodeFeatures), ("staticFeatures", staticFeatures) })
        {
            if (options.ContainsKey(key)) throw new InvalidDataException($"network.{key}: the encoding gives this, leave it out");
            options[key] = JsonValue.Create(value);
        }

        try
        {
            return options.Deserialize<NetworkOptions>(RecipeJson.Options) ?? throw new InvalidDataException("network: there are no options");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"network: {e.Message}", e);
        }
    }

    private static TrainingRecipe Checked(TrainingRecipe? recipe)
    {
        if (recipe is null) throw new InvalidDataException("the file holds no recipe");
        RecipeCheck.Check(recipe);
        return Versioned(recipe);
    }

    // The folder of a training has to say which version it was, whatever is newest later.
    private static TrainingRecipe Versioned(TrainingRecipe recipe)
    {
        try
        {
            return recipe.Cells is { As: CellForm.Cell } ? recipe : recipe with { Encoding = EncodingCatalog.Find(recipe.Encoding).Name };
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"encoding: {e.Message}", e);
        }
    }

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
}
