using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>Trains for all epochs of a recipe in memory, without validation, checkpoints or a folder, and keeps the last (averaged) weights.</summary>
internal static class QuickFit
{
    public static void Run(TrainingRecipe recipe, nn.Module<TorchBatch, Tensor> network, ITrainingTask task, CancellationToken cancellation)
    {
        var state = TrainingState.Start(recipe, network);
        var schedule = StepSchedule.Of(recipe, task);
        var step = new TrainingStep(recipe, network, task, state);
        long number = 0;
        network.train();
        for (int epoch = 0; epoch < recipe.Epochs; epoch++)
        {
            foreach (int[] batch in SampleOrder.Of(task.SamplesOf(epoch), recipe.Seed, epoch).Chunk(recipe.BatchSize))
            {
                cancellation.ThrowIfCancellationRequested();
                step.Take(batch, number, schedule.At(number));
                number++;
            }
        }

        state.Average?.Keep();
    }
}
