using NarFormer.Architecture;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Runs;

/// <summary>A recipe for cells together with the cells that it speaks of.</summary>
public sealed class CellSession : ITrainingSession
{
    private CellSession(TrainingRecipe recipe, SampleEncoding encoding, CellSampleSet samples)
    {
        Recipe = recipe;
        Encoding = encoding;
        Samples = samples;
    }

    /// <inheritdoc/>
    public TrainingRecipe Recipe { get; }

    /// <summary>The encoding that the recipe names, with the vocabulary of the space.</summary>
    public SampleEncoding Encoding { get; }

    /// <summary>The cells.</summary>
    public CellSampleSet Samples { get; }

    private NetworkOptions Options => RecipeFile.NetworkOf(Recipe, Encoding.NodeFeatureCount, Encoding.StaticFeatureCount);

    /// <summary>Reads and encodes the recipe's cells.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or the recipe's network is not valid.</exception>
    public static CellSession Load(TrainingRecipe recipe)
    {
        var (encoding, samples) = CellSampleLoader.Load(recipe);
        return new CellSession(recipe, encoding, samples);
    }

    /// <inheritdoc/>
    /// <remarks>Test cells are labelled with the recipe's test label, the others with its training label.</remarks>
    public LabelledNetworks Split(string name)
    {
        var cells = Samples.Split(name);
        return new LabelledNetworks([.. cells.Select(c => c.Network)], [.. cells.Select(c => name == "test" ? c.TestLabel : c.Label)]);
    }

    /// <inheritdoc/>
    public ITrainingSession? For(TrainingRecipe recipe) => MemberRecipe.SeeTheSame(Recipe, recipe) ? new CellSession(recipe, Encoding, Samples) : null;

    /// <inheritdoc/>
    public FitOutcome Fit(RunFolder run, TimeProvider clock, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        using var network = new NarFormerNetwork(Options, SeedMix.Of(Recipe.Seed, SeedMix.Weights, 0));
        network.ScaleStatics([.. Samples.All.Select(c => c.Network)]);
        if (Recipe.InitialWeights is { } weights) WeightsFile.Load(weights, network);
        using var task = new RankingTask(Recipe, Recipe.Ranking ?? new RankingRecipe(), Samples.Training, Samples.Validation);
        return new Trainer(Recipe, network, run, clock).Fit(task, progress, cancellation);
    }

    /// <summary>The networks with the kept weights of <paramref name="runs"/>.</summary>
    /// <exception cref="InvalidDataException">The weights of a run are not those of the recipe's network.</exception>
    public TrainedEnsemble Trained(IReadOnlyList<RunFolder> runs) => TrainedEnsemble.Load(Options, runs);

    /// <inheritdoc/>
    public long ParameterCount => TrainedEnsemble.ParametersOf(Options);

    /// <inheritdoc/>
    public IReadOnlyList<double[]> PredictEach(IReadOnlyList<RunFolder> runs, string split)
    {
        using var network = Trained(runs);
        return network.PredictEach(Split(split).Networks);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(IReadOnlyList<double> labels, IReadOnlyList<double> predictions) =>
        ScoresByName.Of(RankingScores.Of([.. labels], [.. predictions], Recipe.Cells!.LowestIsBest));

    /// <summary>Scores the kept weights of <paramref name="runs"/>, together, on a split.</summary>
    public RankingScores Evaluate(IReadOnlyList<RunFolder> runs, string split)
    {
        using var network = Trained(runs);
        var cells = Split(split);
        return RankingScores.Of([.. cells.Labels], network.Predict(cells.Networks), Recipe.Cells!.LowestIsBest);
    }
}
