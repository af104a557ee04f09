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
        Require(recipe.WarmUpShare is >= 0 and < 1, "warmUpShare", "has to lie in [0, 1)");
        Require(recipe.WeightDecay is >= 0 and < 1, "weightDecay", "has to lie in [0, 1)");
        Require(recipe.ClipNorm >= 0, "clipNorm", "has to be 0 or above");
        Require(recipe.AverageDecay is >= 0 and < 1, "averageDecay", "has to lie in [0, 1)");
        Require(recipe.Patience >= 0, "patience", "has to be 0 or above");
        Require(recipe.EvaluateEvery >= 1, "evaluateEvery", "has to be at least 1");
    }

    private static void Require(bool fits, string key, string rule)
    {
        if (!fits) throw new InvalidDataException($"{key}: {rule}");
    }
}
