using NarFormer.Encoding;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Losses;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>Predicting latencies; the epoch of the lowest validation MAPE is kept.</summary>
public sealed class LatencyTask(TrainingRecipe recipe, IReadOnlyList<TrainingSample> training, IReadOnlyList<TrainingSample> validation) : ITrainingTask
{
    private readonly TrainingLoss _loss = new(recipe.Loss, recipe.HuberWidth);

    /// <inheritdoc/>
    public int SampleCount => training.Count;

    /// <inheritdoc/>
    public Criterion Criterion => Criterion.Mape;

    /// <inheritdoc/>
    public Tensor Loss(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<int> samples, long step)
    {
        using var scope = NewDisposeScope();
        using var batch = TorchBatch.From(PackedBatch.Of([.. samples.Select(i => training[i].Network)]));
        var truth = tensor(samples.Select(i => (float)training[i].LatencyMs).ToArray());
        return _loss.Of(network.call(batch), truth).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Validate(nn.Module<TorchBatch, Tensor> network)
    {
        var scores = RegressionScores.Of(validation.Select(s => s.LatencyMs).ToArray(), BatchedPredictions.Of(network, validation));
        return new Dictionary<string, double>(StringComparer.Ordinal) { [Criterion.Name] = scores.Mape, ["acc10"] = scores.Acc10, ["tau"] = scores.KendallTau };
    }
}
