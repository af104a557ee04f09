using NarFormer.Datasets.Profiles;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Baselines;

/// <summary>Fits the baseline that a recipe names.</summary>
internal static class BaselineFit
{
    /// <exception cref="InvalidDataException">The profiles of the data set cannot be read or lack a network.</exception>
    public static ILatencyBaseline Of(TrainingRecipe recipe, SampleSet samples) => recipe.Baseline switch
    {
        BaselineKind.Constant => FamilyConstantBaseline.Fit(samples.Training),
        BaselineKind.Linear => LinearBaseline.Fit(samples.Training),
        BaselineKind.Trees => TreeBaseline.Fit(samples.Training, samples.Validation, recipe.Seed),
        BaselineKind.Kernels => KernelSumBaseline.Fit(NetworkProfiles.Load(recipe.Dataset), samples.Training, samples.Validation, recipe.Seed),
        _ => throw new InvalidDataException($"baseline: there is no {recipe.Baseline}"),
    };
}
