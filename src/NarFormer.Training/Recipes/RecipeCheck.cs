namespace NarFormer.Training.Recipes;

/// <summary>Whether the numbers of a recipe make sense.</summary>
internal static class RecipeCheck
{
    /// <exception cref="InvalidDataException">A value is out of range; the message names its key.</exception>
    public static void Check(TrainingRecipe recipe)
    {
        Require(recipe.Dataset.Length > 0, "dataset", "needs a folder");
        Require(recipe.Epochs >= 1, "epochs", "has to be at least 1");
        Require(recipe.BatchSize >= 1, "batchSize", "has to be at least 1");
        Require(recipe.LearningRate is > 0 and <= 1, "learningRate", "has to lie in (0, 1]");
        Require(recipe.HuberWidth > 0, "huberWidth", "has to be above 0");
        Require(recipe.KernelWeight >= 0, "kernelWeight", "has to be 0 or above");
        Require(recipe.KernelWeight == 0 || recipe.Cells is null, "kernelWeight", "is not for cells");
        Require(recipe.Further.Count == 0 || recipe.Cells is null, "further", "is not for cells");
        Require(recipe.FurtherPasses >= 1, "furtherPasses", "has to be at least 1");
        Require(recipe.FurtherPasses == 1 || recipe.Further.Count > 0, "furtherPasses", "needs further");
        Require(recipe.FurtherUntil is > 0 and <= 1, "furtherUntil", "has to lie in (0, 1]");
        Require(recipe.FurtherUntil == 1 || recipe.Further.Count > 0, "furtherUntil", "needs further");
        Require(recipe.Splicing is >= 0 and <= 1, "splicing", "has to lie in [0, 1]");
        Require(recipe.Splicing == 0 || recipe.Further.Count > 0, "splicing", "needs further");
        Require(recipe.WarmUpShare is >= 0 and < 1, "warmUpShare", "has to lie in [0, 1)");
        Require(recipe.WeightDecay is >= 0 and < 1, "weightDecay", "has to lie in [0, 1)");
        Require(recipe.ClipNorm >= 0, "clipNorm", "has to be 0 or above");
        Require(recipe.AverageDecay is >= 0 and < 1, "averageDecay", "has to lie in [0, 1)");
        Require(recipe.Patience >= 0, "patience", "has to be 0 or above");
        if (recipe.Ranking is { } ranking)
        {
            Require(recipe.Cells is not null, "ranking", "is for cells");
            Require(ranking.Weight >= 0, "ranking.weight", "has to be 0 or above");
            Require(ranking.Margin > 0, "ranking.margin", "has to be above 0");
            Require(ranking.ConsistencyWeight >= 0, "ranking.consistencyWeight", "has to be 0 or above");
        }

        Require(recipe.Networks is null || recipe.Cells is null, "networks", "is not for cells");
        Require(recipe.Baseline is null || recipe.Cells is null, "baseline", "is not for cells");
        Require(recipe.Networks is not { Count: < 0 or 1 }, "networks.count", "has to be 0 or at least 2");
        Require(recipe.Labels is null || recipe.Cells is not null, "labels", "is for cells");
        if (recipe.Cells is { } cells)
        {
            Require(cells.Training >= 2, "cells.training", "has to be at least 2");
            Require(cells.Validation >= 2, "cells.validation", "has to be at least 2");
            Require(cells.Criterion == CellCriterion.Tau || !(recipe.Ranking is null or { Weight: > 0 }), "ranking.weight", "has to be 0 where MAPE is the criterion, since a ranking loss shifts predictions");
            Require(cells.As == CellForm.Cell || cells is { Prune: false, Reorderings: 0, Repeats: false }, "cells", "prune, reorderings and repeats are for cells, not for whole networks");
            Require(cells.LabelScale > 0, "cells.labelScale", "has to be above 0");
        }

        Require(recipe.EvaluateEvery >= 1, "evaluateEvery", "has to be at least 1");
    }

    private static void Require(bool fits, string key, string rule)
    {
        if (!fits) throw new InvalidDataException($"{key}: {rule}");
    }
}
