using NarFormer.Encoding;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Losses;
using NarFormer.Training.Network;
using NarFormer.Training.Network.Readouts;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>Predicting latencies, and the times of the kernels that they are made of where these are known; the epoch of the lowest validation MAPE is kept.</summary>
/// <param name="recipe">The recipe.</param>
/// <param name="training">The training networks.</param>
/// <param name="validation">What the epoch is chosen by.</param>
/// <param name="further">How many of the training networks, the last ones, are of further data sets.</param>
/// <param name="kernels">The kernels of the training networks, in the same order; null where only latencies count.</param>
public sealed class LatencyTask(
    TrainingRecipe recipe, IReadOnlyList<TrainingSample> training, IReadOnlyList<TrainingSample> validation, int further = 0, IReadOnlyList<KernelCosts>? kernels = null) : ITrainingTask
{
    private readonly TrainingLoss _loss = new(recipe.Loss, recipe.HuberWidth);
    private readonly Splicing? _splicing = recipe.Splicing > 0 ? new(recipe.Splicing, recipe.Seed) : null;

    /// <inheritdoc/>
    public int SamplesOf(int epoch) => epoch < Math.Round(recipe.FurtherUntil * recipe.Epochs) ? training.Count : training.Count - further;

    /// <inheritdoc/>
    public Criterion Criterion => Criterion.Mape;

    /// <inheritdoc/>
    public Tensor Loss(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<int> samples, long step)
    {
        using var scope = NewDisposeScope();
        TrainingSample[] networks = [.. samples.Select(i => training[i])];
        EncodedNetwork[] encoded = [.. networks.Select(n => n.Network)];
        var packed = PackedBatch.Of(encoded, _splicing?.Edges(encoded, [.. samples.Select(i => i >= training.Count - further)], step) ?? []);
        using var batch = TorchBatch.From(packed);
        var truth = tensor(networks.Select(n => (float)n.LatencyMs).ToArray()); // [graphs]
        if (kernels is null) return _loss.Of(network.call(batch), truth).MoveToOuterDisposeScope();
        var costs = ((NarFormerNetwork)network).NodeCosts(batch); // [nodes]
        using var weight = ((float)recipe.KernelWeight).ToScalar();
        var kernelLoss = KernelLoss.Of(costs, [.. samples.Select(i => kernels[i])]).mul(weight);
        return (_loss.Of(costs.SumOverNodes(batch), truth) + kernelLoss).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Validate(nn.Module<TorchBatch, Tensor> network)
    {
        var scores = RegressionScores.Of(validation.Select(s => s.LatencyMs).ToArray(), BatchedPredictions.Of(network, validation));
        return new Dictionary<string, double>(StringComparer.Ordinal) { [Criterion.Name] = scores.Mape, ["acc10"] = scores.Acc10, ["tau"] = scores.KendallTau };
    }
}
