using NarFormer.Encoding;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Runs;

/// <summary>A recipe together with the samples that it speaks of.</summary>
public sealed class TrainingSession
{
    private TrainingSession(TrainingRecipe recipe, INetworkEncoding encoding, SampleSet samples)
    {
        Recipe = recipe;
        Encoding = encoding;
        Samples = samples;
    }

    /// <summary>The recipe.</summary>
    public TrainingRecipe Recipe { get; }

    /// <summary>The encoding that the recipe names.</summary>
    public INetworkEncoding Encoding { get; }

    /// <summary>The samples.</summary>
    public SampleSet Samples { get; }

    /// <summary>Reads and encodes the recipe's data set.</summary>
    /// <exception cref="InvalidDataException">The data set cannot be read, or the recipe's network is not valid.</exception>
    public static TrainingSession Load(TrainingRecipe recipe, CancellationToken cancellation)
    {
        var encoding = EncodingCatalog.Find(recipe.Encoding);
        RecipeFile.NetworkOf(recipe, encoding);
        return new TrainingSession(recipe, encoding, SampleLoader.Load(recipe.Dataset, encoding, cancellation));
    }

    /// <summary>Trains, or goes on with a training that was stopped.</summary>
    public FitOutcome Fit(RunFolder run, TimeProvider clock, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        using var network = Network();
        if (Recipe.InitialWeights is { } weights) WeightsFile.Load(weights, network);
        return new Trainer(Recipe, network, run, clock).Fit(new LatencyTask(Recipe, Samples.Training, Samples.Validation), progress, cancellation);
    }

    /// <summary>Scores the kept weights of <paramref name="run"/> on a split.</summary>
    public LatencyEvaluation Evaluate(RunFolder run, string split)
    {
        using var network = Trained(run);
        return LatencyEvaluation.Of(Samples, split, samples => BatchedPredictions.Of(network, samples));
    }

    /// <summary>The network with the kept weights of <paramref name="run"/>.</summary>
    /// <exception cref="InvalidDataException">The weights are not those of the recipe's network.</exception>
    public NarFormerNetwork Trained(RunFolder run)
    {
        var network = Network();
        WeightsFile.Load(run.BestWeights, network);
        return network;
    }

    private NarFormerNetwork Network() => new(RecipeFile.NetworkOf(Recipe, Encoding), SeedMix.Of(Recipe.Seed, SeedMix.Weights, 0));
}
