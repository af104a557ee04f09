using NarFormer.Encoding.Cells;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Runs;

/// <summary>A recipe for cells together with the cells that it speaks of.</summary>
public sealed class CellSession
{
    private CellSession(TrainingRecipe recipe, ICellEncoding encoding, CellSampleSet samples)
    {
        Recipe = recipe;
        Encoding = encoding;
        Samples = samples;
    }

    /// <summary>The recipe.</summary>
    public TrainingRecipe Recipe { get; }

    /// <summary>The encoding that the recipe names, with the vocabulary of the space.</summary>
    public ICellEncoding Encoding { get; }

    /// <summary>The cells.</summary>
    public CellSampleSet Samples { get; }

    /// <summary>Reads and encodes the recipe's cells.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or the recipe's network is not valid.</exception>
    public static CellSession Load(TrainingRecipe recipe)
    {
        var (encoding, samples) = CellSampleLoader.Load(recipe);
        return new CellSession(recipe, encoding, samples);
    }

    /// <summary>Trains, or goes on with a training that was stopped.</summary>
    public FitOutcome Fit(RunFolder run, TimeProvider clock, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        using var network = Network();
        if (Recipe.InitialWeights is { } weights) WeightsFile.Load(weights, network);
        using var task = new RankingTask(Recipe, Recipe.Ranking ?? new RankingRecipe(), Samples.Training, Samples.Validation);
        return new Trainer(Recipe, network, run, clock).Fit(task, progress, cancellation);
    }

    /// <summary>Scores the kept weights of <paramref name="run"/> on the test cells and their test labels.</summary>
    public RankingScores Evaluate(RunFolder run)
    {
        using var network = Trained(run);
        double[] predictions = BatchedPredictions.Of(network, [.. Samples.Test.Select(c => c.Network)]);
        return RankingScores.Of(Samples.Test.Select(c => c.TestLabel).ToArray(), predictions);
    }

    /// <summary>The network with the kept weights of <paramref name="run"/>.</summary>
    /// <exception cref="InvalidDataException">The weights are not those of the recipe's network.</exception>
    public NarFormerNetwork Trained(RunFolder run)
    {
        var network = Network();
        WeightsFile.Load(run.BestWeights, network);
        return network;
    }

    private NarFormerNetwork Network() => new(
        RecipeFile.NetworkOf(Recipe, Encoding.NodeFeatureCount, Encoding.StaticFeatureCount), SeedMix.Of(Recipe.Seed, SeedMix.Weights, 0));
}
