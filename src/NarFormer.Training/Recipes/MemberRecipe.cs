using NarFormer.Training.Fitting;

namespace NarFormer.Training.Recipes;

/// <summary>The recipes of an ensemble: one seed divides the data, every member has its own for all else.</summary>
public static class MemberRecipe
{
    /// <summary>The recipe of member <paramref name="number"/>, counted from 1; the first is <paramref name="recipe"/> itself.</summary>
    public static TrainingRecipe Of(TrainingRecipe recipe, int number) => number == 1
        ? recipe
        : recipe with { Seed = SeedMix.Of(recipe.Seed, SeedMix.Member, number), Cells = recipe.Cells is { } cells ? Fixed(cells, recipe.Seed) : null };

    /// <summary>Whether trainings by <paramref name="a"/> and <paramref name="b"/> differ in no more than their seeds and see the same data.</summary>
    public static bool AreOfOneEnsemble(TrainingRecipe a, TrainingRecipe b) => RecipeFile.Text(Shared(a)) == RecipeFile.Text(Shared(b));

    /// <summary>Whether <paramref name="a"/> and <paramref name="b"/> see the same data in the same encoding.</summary>
    internal static bool SeeTheSame(TrainingRecipe a, TrainingRecipe b) =>
        a.Dataset == b.Dataset && a.Labels == b.Labels && a.Encoding == b.Encoding && Shared(a).Cells == Shared(b).Cells;

    private static TrainingRecipe Shared(TrainingRecipe recipe) =>
        recipe with { Seed = 0, Cells = recipe.Cells is { } cells ? Fixed(cells, recipe.Seed) : null };

    private static CellRecipe Fixed(CellRecipe cells, long seed) =>
        cells with { SplitSeed = cells.Split == CellSplitKind.Published ? null : cells.SplitSeed ?? seed };
}
