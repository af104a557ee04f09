using NarFormer.Encoding;
using NarFormer.Training.Losses;
using NarFormer.Training.Network;
using NarFormer.Training.Network.Readouts;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>Predicting latencies together with the times of the kernels that they are made of.</summary>
/// <param name="recipe">The recipe, with a <see cref="TrainingRecipe.KernelWeight"/>.</param>
/// <param name="training">The training networks.</param>
/// <param name="kernels">Their kernels, in the same order.</param>
/// <param name="validation">What the epoch is chosen by.</param>
public sealed class KernelTask(TrainingRecipe recipe, IReadOnlyList<TrainingSample> training, IReadOnlyList<KernelCosts> kernels, IReadOnlyList<TrainingSample> validation) : ITrainingTask
{
    private readonly LatencyTask _latencies = new(recipe, training, validation);
    private readonly TrainingLoss _loss = new(recipe.Loss, recipe.HuberWidth);

    /// <inheritdoc/>
    public int SampleCount => training.Count;

    /// <inheritdoc/>
    public Criterion Criterion => _latencies.Criterion;

    /// <inheritdoc/>
    public Tensor Loss(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<int> samples, long step)
    {
        using var scope = NewDisposeScope();
        using var batch = TorchBatch.From(PackedBatch.Of([.. samples.Select(i => training[i].Network)]));
        var costs = ((NarFormerNetwork)network).NodeCosts(batch); // [nodes]
        var truth = tensor(samples.Select(i => (float)training[i].LatencyMs).ToArray()); // [graphs]
        using var weight = ((float)recipe.KernelWeight).ToScalar();
        var kernelLoss = KernelLoss.Of(costs, [.. samples.Select(i => kernels[i])]).mul(weight);
        return (_loss.Of(costs.SumOverNodes(batch), truth) + kernelLoss).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Validate(nn.Module<TorchBatch, Tensor> network) => _latencies.Validate(network);
}
