using NarFormer.Datasets.Profiles;
using NarFormer.Measurement.Profiling;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Baselines;

/// <summary>Fits the baseline that a recipe names.</summary>
internal static class BaselineFit
{
    /// <param name="recipe">The recipe.</param>
    /// <param name="samples">The samples of its data set.</param>
    /// <param name="further">Samples that are trained on too, for each of the recipe's further data sets.</param>
    /// <exception cref="InvalidDataException">The profiles of a data set cannot be read or lack a network.</exception>
    public static ILatencyBaseline Of(TrainingRecipe recipe, SampleSet samples, IReadOnlyList<IReadOnlyList<TrainingSample>> further) => recipe.Baseline switch
    {
        BaselineKind.Constant => FamilyConstantBaseline.Fit(samples.Training),
        BaselineKind.Linear => LinearBaseline.Fit([.. samples.Training, .. further.SelectMany(f => f)]),
        BaselineKind.Trees => TreeBaseline.Fit([.. samples.Training, .. further.SelectMany(f => f)], samples.Validation, recipe.Seed),
        BaselineKind.Kernels => KernelSumBaseline.Fit(NetworkProfiles.Load(recipe.Dataset), samples.Training, samples.Validation, Kernels(recipe.Further, further), recipe.Seed),
        _ => throw new InvalidDataException($"baseline: there is no {recipe.Baseline}"),
    };

    private static IEnumerable<KernelTime> Kernels(IReadOnlyList<string> datasets, IReadOnlyList<IReadOnlyList<TrainingSample>> samples) =>
        datasets.Zip(samples, (dataset, s) => (Profiles: NetworkProfiles.Load(dataset), Samples: s))
            .SelectMany(d => d.Samples.SelectMany(s => d.Profiles.Of(s.Family, s.Seed).Kernels.Select(k => k.Kernel)));
}
