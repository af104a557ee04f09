using System.Text.Json;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>The recipe of a study of devices as a JSON file.</summary>
public static class DeviceStudyFile
{
    /// <summary>Reads and checks the recipe at <paramref name="path"/>; its files become full paths.</summary>
    /// <exception cref="InvalidDataException">A key is unknown, missing or out of range; the message names file and key.</exception>
    public static DeviceStudyRecipe Read(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        try
        {
            var recipe = JsonSerializer.Deserialize<DeviceStudyRecipe>(File.ReadAllText(path), RecipeJson.Options) ?? throw new InvalidDataException("the file holds no recipe");
            Check(recipe);
            return recipe with { Cells = Path.GetFullPath(recipe.Cells, folder), Latencies = Path.GetFullPath(recipe.Latencies, folder) };
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static void Check(DeviceStudyRecipe recipe)
    {
        Require(recipe.Features.Count > 0, "features", "needs at least one encoding");
        Require(recipe.TrainingDevices.Count >= 2, "trainingDevices", "needs at least two devices");
        Require(recipe.TestDevices.Count >= 1, "testDevices", "needs at least one device");
        string[] devices = [.. recipe.TrainingDevices, .. recipe.ValidationDevices, .. recipe.TestDevices];
        string? twice = devices.GroupBy(d => d, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        Require(twice is null, "devices", $"'{twice}' stands there twice");
        Require(recipe.Queries >= 10, "queries", "has to be at least 10");
        Require(recipe.Draws >= 1, "draws", "has to be at least 1");
        Require(recipe.Measurements.Count > 0 && recipe.Measurements.All(m => m >= 3), "measurements", "have to be at least 3 each");
        Require(recipe.Known >= 2 * recipe.Measurements.Max(), "known", "has to be at least twice the measurements");
    }

    private static void Require(bool holds, string key, string what)
    {
        if (!holds) throw new InvalidDataException($"{key}: {what}");
    }
}
