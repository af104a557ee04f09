using NarFormer.Encoding;
using NarFormer.Training.Losses;
using NarFormer.Training.Network;
using NarFormer.Training.Optimization;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>One step of training: forward, backward, clip, Adam, average.</summary>
internal sealed class TrainingStep(TrainingRecipe recipe, nn.Module<TorchBatch, Tensor> network, TrainingState state)
{
    private readonly TrainingLoss _loss = new(recipe.Loss, recipe.HuberWidth);

    /// <summary>Takes the step on <paramref name="samples"/> and returns its loss.</summary>
    /// <exception cref="InvalidOperationException">The loss is not finite.</exception>
    public double Take(IReadOnlyList<TrainingSample> samples, long step, double learningRate)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(SeedMix.Of(recipe.Seed, SeedMix.Dropout, step));
        var truth = tensor(samples.Select(s => (float)s.LatencyMs).ToArray());
        network.zero_grad();
        using var batch = TorchBatch.From(PackedBatch.Of([.. samples.Select(s => s.Network)]));
        var loss = _loss.Of(network.call(batch), truth);
        double value = loss.item<float>();
        if (!double.IsFinite(value)) throw new InvalidOperationException($"the loss of step {step} is {value}: lower learningRate or set clipNorm");
        loss.backward();
        if (recipe.ClipNorm > 0) GradientNorm.Clip(state.Weights.Values, recipe.ClipNorm);
        state.Optimizer.Step(learningRate);
        state.Average?.Update(step);
        return value;
    }
}
