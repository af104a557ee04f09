using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Runs;

/// <summary>A recipe for measured networks together with their samples.</summary>
public sealed class TrainingSession : ITrainingSession
{
    private TrainingSession(TrainingRecipe recipe, INetworkEncoding encoding, SampleSet samples)
    {
        Recipe = recipe;
        Encoding = encoding;
        Samples = samples;
    }

    /// <inheritdoc/>
    public TrainingRecipe Recipe { get; }

    /// <summary>The encoding that the recipe names.</summary>
    public INetworkEncoding Encoding { get; }

    /// <summary>The samples.</summary>
    public SampleSet Samples { get; }

    private NetworkOptions Options => RecipeFile.NetworkOf(Recipe, Encoding);

    /// <summary>Reads and encodes the recipe's data set.</summary>
    /// <exception cref="InvalidDataException">The data set cannot be read, or the recipe's network is not valid.</exception>
    public static TrainingSession Load(TrainingRecipe recipe, CancellationToken cancellation)
    {
        var encoding = EncodingCatalog.Find(recipe.Encoding);
        RecipeFile.NetworkOf(recipe, encoding);
        return new TrainingSession(recipe, encoding, SampleLoader.Load(recipe.Dataset, encoding, cancellation));
    }

    /// <inheritdoc/>
    public LabelledNetworks Split(string name)
    {
        var samples = Samples.Split(name);
        return new LabelledNetworks([.. samples.Select(s => s.Network)], [.. samples.Select(s => s.LatencyMs)]);
    }

    /// <inheritdoc/>
    public ITrainingSession? For(TrainingRecipe recipe) => MemberRecipe.SeeTheSame(Recipe, recipe) ? new TrainingSession(recipe, Encoding, Samples) : null;

    /// <inheritdoc/>
    public FitOutcome Fit(RunFolder run, TimeProvider clock, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        using var network = new NarFormerNetwork(Options, SeedMix.Of(Recipe.Seed, SeedMix.Weights, 0));
        network.ScaleStatics([.. Samples.Training.Select(s => s.Network)]);
        if (Recipe.InitialWeights is { } weights) WeightsFile.Load(weights, network);
        return new Trainer(Recipe, network, run, clock).Fit(new LatencyTask(Recipe, Samples.Training, Samples.Validation), progress, cancellation);
    }

    /// <inheritdoc/>
    public TrainedEnsemble Trained(IReadOnlyList<RunFolder> runs) => TrainedEnsemble.Load(Options, runs);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(IReadOnlyList<double> labels, IReadOnlyList<double> predictions) =>
        ScoresByName.Of(RegressionScores.Of([.. labels], [.. predictions]));

    /// <summary>Scores the kept weights of <paramref name="runs"/>, together, on a split.</summary>
    public LatencyEvaluation Evaluate(IReadOnlyList<RunFolder> runs, string split)
    {
        using var network = Trained(runs);
        return LatencyEvaluation.Of(Samples, split, samples => network.Predict([.. samples.Select(s => s.Network)]));
    }
}
