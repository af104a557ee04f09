using NarFormer.Datasets;
using NarFormer.Encoding;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Runs;

/// <summary>All samples of a data set in one encoding, of which recipes take their parts.</summary>
/// <param name="Recipe">A recipe that speaks of this data set.</param>
/// <param name="Encoding">The encoding.</param>
/// <param name="Samples">The samples.</param>
/// <param name="Further">The samples to train on of each further data set that the recipe names.</param>
internal sealed record LoadedNetworks(
    TrainingRecipe Recipe, INetworkEncoding Encoding, IReadOnlyList<TrainingSample> Samples, IReadOnlyList<IReadOnlyList<TrainingSample>> Further)
{
    /// <summary>Reads and encodes the data set of <paramref name="recipe"/>.</summary>
    /// <exception cref="InvalidDataException">The data set cannot be read, or an option of the network is unknown.</exception>
    public static LoadedNetworks Load(TrainingRecipe recipe, CancellationToken cancellation)
    {
        var encoding = EncodingCatalog.Find(recipe.Encoding);
        if (recipe.Baseline is null) RecipeFile.NetworkOf(recipe, encoding);
        return new LoadedNetworks(
            recipe,
            encoding,
            SampleLoader.Load(recipe.Dataset, encoding, recipe.Networks?.Platform, cancellation),
            [.. recipe.Further.Select(folder => ZooSamples.Load(folder, encoding, cancellation).Where(s => s.Split == DataSplit.Train).ToArray())]);
    }

    /// <summary>A session for <paramref name="recipe"/>; null if it speaks of another data set or encoding.</summary>
    /// <exception cref="InvalidDataException">The recipe's parts or network are not valid.</exception>
    public ITrainingSession? SessionOf(TrainingRecipe recipe)
    {
        if (recipe.Cells is not null || recipe.Dataset != Recipe.Dataset || !recipe.Further.SequenceEqual(Recipe.Further) || recipe.Encoding != Recipe.Encoding || recipe.Networks?.Platform != Recipe.Networks?.Platform) return null;
        return recipe.Baseline is null ? new TrainingSession(recipe, this) : new BaselineSession(recipe, this);
    }
}
