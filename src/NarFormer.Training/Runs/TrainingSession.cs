using NarFormer.Architecture;
using NarFormer.Datasets.Profiles;
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
    private readonly LoadedNetworks _networks;

    /// <exception cref="InvalidDataException">The recipe's parts or network are not valid.</exception>
    internal TrainingSession(TrainingRecipe recipe, LoadedNetworks networks)
    {
        _networks = networks;
        Recipe = recipe;
        Samples = SampleSelection.Of(networks.Samples, recipe);
        var options = Options;
        if (recipe.Splicing > 0 && options.Positions != PositionKind.None) throw new InvalidDataException("splicing: is not for a network with positions");
        if (recipe.KernelWeight == 0) return;
        if (options.Readout != ReadoutKind.SumOfNodeCosts) throw new InvalidDataException("kernelWeight: needs the read-out sumOfNodeCosts");
        if (Encoding is not UniversalEncoding) throw new InvalidDataException("kernelWeight: needs the encoding universal, whose rows are the operations that profiles name");
    }

    /// <inheritdoc/>
    public TrainingRecipe Recipe { get; }

    /// <summary>The encoding that the recipe names.</summary>
    public INetworkEncoding Encoding => _networks.Encoding;

    /// <summary>The samples.</summary>
    public SampleSet Samples { get; }

    private NetworkOptions Options => RecipeFile.NetworkOf(Recipe, Encoding);

    /// <summary>Reads and encodes the recipe's data set.</summary>
    /// <exception cref="InvalidDataException">The data set cannot be read, or the recipe's network is not valid.</exception>
    public static TrainingSession Load(TrainingRecipe recipe, CancellationToken cancellation) => new(recipe, LoadedNetworks.Load(recipe, cancellation));

    /// <inheritdoc/>
    public LabelledNetworks Split(string name) => LabelledNetworks.Of(Samples.Split(name));

    /// <inheritdoc/>
    public ITrainingSession? For(TrainingRecipe recipe) => _networks.SessionOf(recipe);

    /// <inheritdoc/>
    public FitOutcome Fit(RunFolder run, TimeProvider clock, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        using var network = new NarFormerNetwork(Options, SeedMix.Of(Recipe.Seed, SeedMix.Weights, 0));
        TrainingSample[] training = [.. Samples.Training, .. Repeated(_networks.Further.SelectMany(f => f))];
        EncodedNetwork[] encoded = [.. training.Select(s => s.Network)];
        network.ScaleStatics(encoded);
        network.IgnoreUnseen(encoded);
        if (Recipe.InitialWeights is { } weights) WeightsFile.Load(weights, network);
        return new Trainer(Recipe, network, run, clock).Fit(new LatencyTask(Recipe, training, Samples.Validation, training.Length - Samples.Training.Count, Kernels()), progress, cancellation);
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
        ScoresByName.Of(RegressionScores.Of([.. labels], [.. predictions]));

    /// <summary>Scores the kept weights of <paramref name="runs"/>, together, on a split.</summary>
    public LatencyEvaluation Evaluate(IReadOnlyList<RunFolder> runs, string split)
    {
        using var network = Trained(runs);
        return LatencyEvaluation.Of(Samples, split, samples => network.Predict([.. samples.Select(s => s.Network)]));
    }

    private KernelCosts[]? Kernels() => Recipe.KernelWeight == 0 ? null :
    [
        .. KernelsOf(Recipe.Dataset, Samples.Training),
        .. Repeated(Recipe.Further.Zip(_networks.Further, KernelsOf).SelectMany(k => k)),
    ];

    private IEnumerable<T> Repeated<T>(IEnumerable<T> further) => Enumerable.Repeat(further.ToArray(), Recipe.FurtherPasses).SelectMany(f => f);

    private static KernelCosts[] KernelsOf(string dataset, IReadOnlyList<TrainingSample> samples)
    {
        var profiles = NetworkProfiles.Load(dataset);
        (NetworkProfile Profile, double LatencyMs)[] networks = [.. samples.Select(s => (profiles.Of(s.Family, s.Seed), s.LatencyMs))];
        double overhead = ProfilerOverhead.Of(networks);
        return [.. networks.Zip(samples, (n, s) => KernelCosts.Of(n.Profile, n.LatencyMs, s.Network.NodeCount, overhead))];
    }
}
