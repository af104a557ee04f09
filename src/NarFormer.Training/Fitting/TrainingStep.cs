using NarFormer.Training.Network;
using NarFormer.Training.Optimization;
using NarFormer.Training.Recipes;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>One step of training: forward, backward, clip, Adam, average.</summary>
internal sealed class TrainingStep(TrainingRecipe recipe, nn.Module<TorchBatch, Tensor> network, ITrainingTask task, TrainingState state)
{
    /// <summary>Takes the step on the samples with numbers <paramref name="samples"/> and returns its loss.</summary>
    /// <exception cref="InvalidOperationException">The loss is not finite.</exception>
    public double Take(IReadOnlyList<int> samples, long step, double learningRate)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(SeedMix.Of(recipe.Seed, SeedMix.Dropout, step));
        network.zero_grad();
        var loss = task.Loss(network, samples, step);
        double value = loss.item<float>();
        if (!double.IsFinite(value)) throw new InvalidOperationException($"the loss of step {step} is {value}: lower learningRate or set clipNorm");
        loss.backward();
        if (recipe.ClipNorm > 0) GradientNorm.Clip(state.Weights.Values, recipe.ClipNorm);
        state.Optimizer.Step(learningRate);
        state.Average?.Update(step);
        return value;
    }
}
