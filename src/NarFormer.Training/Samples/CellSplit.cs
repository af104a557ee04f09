using NarFormer.Training.Fitting;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Samples;

/// <summary>The numbers of the cells of each part.</summary>
/// <param name="Training">To train on.</param>
/// <param name="Validation">To choose the epoch by.</param>
/// <param name="Test">To report on.</param>
public sealed record CellSplit(IReadOnlyList<int> Training, IReadOnlyList<int> Validation, IReadOnlyList<int> Test)
{
    /// <summary>Divides cells whose file puts them in <paramref name="parts"/>, at random by <paramref name="seed"/> unless the recipe takes the first.</summary>
    /// <exception cref="InvalidDataException">There are too few cells, or the file does not say which are for what.</exception>
    public static CellSplit Of(IReadOnlyList<string> parts, CellRecipe recipe, long seed)
    {
        if (recipe.Split != CellSplitKind.File) return Of(parts.Count, recipe, seed);
        int[] known = Numbers("train"), test = Numbers("test");
        int chosen = recipe.Training + recipe.Validation;
        if (test.Length == 0) throw new InvalidDataException("cells.split: the file has no cells of the part 'test'");
        if (recipe.Training < 1 || recipe.Validation < 1 || known.Length < chosen)
            throw new InvalidDataException($"cells: {recipe.Training} to train on and {recipe.Validation} to choose by do not fit into the {known.Length} of the part 'train'");
        int[] order = [.. SampleOrder.Of(known.Length, seed, epoch: -1).Select(i => known[i])];
        return new CellSplit(order[..recipe.Training], order[recipe.Training..chosen], test);

        int[] Numbers(string part) => [.. Enumerable.Range(0, parts.Count).Where(i => parts[i] == part)];
    }

    /// <summary>Divides <paramref name="count"/> cells, at random by <paramref name="seed"/> if the recipe says so.</summary>
    /// <exception cref="InvalidDataException">There are too few cells.</exception>
    public static CellSplit Of(int count, CellRecipe recipe, long seed)
    {
        int chosen = recipe.Training + recipe.Validation;
        int needed = recipe.Split == CellSplitKind.Random ? chosen + 1 : chosen;
        if (recipe.Training < 1 || recipe.Validation < 1 || count < needed)
            throw new InvalidDataException($"cells: {recipe.Training} to train on and {recipe.Validation} to choose by do not fit into {count}");
        int[] order = recipe.Split == CellSplitKind.Random ? SampleOrder.Of(count, seed, epoch: -1) : [.. Enumerable.Range(0, count)];
        return new CellSplit(
            order[..recipe.Training],
            order[recipe.Training..chosen],
            recipe.Split == CellSplitKind.Random ? order[chosen..] : order);
    }
}
