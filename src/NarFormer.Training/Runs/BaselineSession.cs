using NarFormer.Training.Baselines;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Runs;

/// <summary>A recipe for a baseline together with its samples; it is fitted again in every session, and keeps no weights.</summary>
internal sealed class BaselineSession : ITrainingSession
{
    private readonly LoadedNetworks _networks;
    private readonly SampleSet _samples;
    private readonly Lazy<ILatencyBaseline> _baseline;

    /// <exception cref="InvalidDataException">The recipe's parts are not valid.</exception>
    public BaselineSession(TrainingRecipe recipe, LoadedNetworks networks)
    {
        _networks = networks;
        Recipe = recipe;
        _samples = SampleSelection.Of(networks.Samples, recipe);
        _baseline = new(() => BaselineFit.Of(recipe, _samples, networks.Further));
    }

    /// <inheritdoc/>
    public TrainingRecipe Recipe { get; }

    /// <inheritdoc/>
    public long ParameterCount => 0;

    /// <inheritdoc/>
    public LabelledNetworks Split(string name) => LabelledNetworks.Of(_samples.Split(name));

    /// <inheritdoc/>
    public ITrainingSession? For(TrainingRecipe recipe) => _networks.SessionOf(recipe);

    /// <inheritdoc/>
    public FitOutcome Fit(RunFolder run, TimeProvider clock, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long start = clock.GetTimestamp();
        double mape = Score(Split("validation").Labels, PredictEach([run], "validation")[0])[Criterion.Mape.Name];
        return new FitOutcome(Epochs: 0, Criterion.Mape, BestEpoch: 0, mape, StoppedEarly: false, clock.GetElapsedTime(start).TotalSeconds);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> PredictEach(IReadOnlyList<RunFolder> runs, string split)
    {
        double[] predictions = [.. _samples.Split(split).Select(_baseline.Value.Predict)];
        return [.. runs.Select(_ => predictions)];
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(IReadOnlyList<double> labels, IReadOnlyList<double> predictions) =>
        ScoresByName.Of(RegressionScores.Of([.. labels], [.. predictions]));
}
