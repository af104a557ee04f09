using NarFormer.Training.Fitting;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Runs;

/// <summary>A recipe together with the samples that it speaks of.</summary>
public interface ITrainingSession
{
    /// <summary>The recipe.</summary>
    TrainingRecipe Recipe { get; }

    /// <summary>The split called <paramref name="name"/>: <c>train</c>, <c>validation</c> or <c>test</c>.</summary>
    /// <exception cref="ArgumentException">There is no such split.</exception>
    LabelledNetworks Split(string name);

    /// <summary>The same samples for <paramref name="recipe"/>; null if it speaks of others.</summary>
    ITrainingSession? For(TrainingRecipe recipe);

    /// <summary>Trains, or goes on with a training that was stopped.</summary>
    FitOutcome Fit(RunFolder run, TimeProvider clock, IProgress<EpochReport>? progress, CancellationToken cancellation);

    /// <summary>Numbers that are fitted; 0 for what is no network.</summary>
    long ParameterCount { get; }

    /// <summary>The predictions of each of <paramref name="runs"/> for the networks of <paramref name="split"/>.</summary>
    /// <exception cref="InvalidDataException">The weights of a run are not those of the recipe's network.</exception>
    IReadOnlyList<double[]> PredictEach(IReadOnlyList<RunFolder> runs, string split);

    /// <summary>The scores of the task by name.</summary>
    IReadOnlyDictionary<string, double> Score(IReadOnlyList<double> labels, IReadOnlyList<double> predictions);

    /// <summary>Reads and encodes what <paramref name="recipe"/> speaks of.</summary>
    /// <exception cref="InvalidDataException">The data cannot be read, or the recipe's network is not valid.</exception>
    static ITrainingSession Load(TrainingRecipe recipe, CancellationToken cancellation) =>
        recipe.Cells is null ? LoadedNetworks.Load(recipe, cancellation).SessionOf(recipe)! : CellSession.Load(recipe);
}
