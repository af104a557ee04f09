using NarFormer.Training.Recipes;

namespace NarFormer.Training.Samples;

/// <summary>The labels that a recipe takes of a row.</summary>
internal static class CellLabels
{
    /// <summary>The names of the labels, each once.</summary>
    public static string[] Names(CellRecipe recipe) => [.. new[] { recipe.TrainingLabel, recipe.TestLabel }.Distinct()];

    /// <summary>The label called <paramref name="name"/>, in the unit of the recipe.</summary>
    /// <exception cref="InvalidDataException">It is missing or not above 0; the message begins with <paramref name="place"/>.</exception>
    public static double Of(IReadOnlyDictionary<string, double> labels, string name, CellRecipe recipe, string place) =>
        labels.TryGetValue(name, out double value) && value > 0
            ? value * recipe.LabelScale
            : throw new InvalidDataException($"{place} has no label '{name}' above 0; it has {string.Join(", ", labels.Keys)}");
}
