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
    private readonly TrainingRecipe _recipe;
    private readonly INetworkEncoding _encoding;

    private TrainingSession(TrainingRecipe recipe, INetworkEncoding encoding, SampleSet samples)
    {
        _recipe = recipe;
        _encoding = encoding;
        Samples = samples;
    }

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
        return new Trainer(_recipe, network, run, clock).Fit(Samples.Training, Samples.Validation, progress, cancellation);
    }

    /// <summary>Scores the kept weights of <paramref name="run"/> on a split.</summary>
    public LatencyEvaluation Evaluate(RunFolder run, string split)
    {
        using var network = Network();
        WeightsFile.Load(run.BestWeights, network);
        return LatencyEvaluation.Of(Samples, split, samples => BatchedPredictions.Of(network, samples));
    }

    private NarFormerNetwork Network() => new(RecipeFile.NetworkOf(_recipe, _encoding), SeedMix.Of(_recipe.Seed, SeedMix.Weights, 0));
}
