using NarFormer.Training.Recipes;

namespace NarFormer.Training.Studies;

/// <summary>A row of a study's table.</summary>
/// <param name="Names">What it takes of each axis.</param>
/// <param name="Recipe">The recipe, with any seed.</param>
public sealed record Variation(IReadOnlyList<string> Names, TrainingRecipe Recipe)
{
    /// <summary>What to call it.</summary>
    public string Name => string.Join(' ', Names);
}
