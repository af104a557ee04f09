using NarFormer.Training.Recipes;
using NarFormer.Training.Schedules;

namespace NarFormer.Training.Fitting;

/// <summary>The learning rate of every step of a training.</summary>
internal static class StepSchedule
{
    /// <summary>The schedule of <paramref name="recipe"/> over all steps that its epochs take with the samples of <paramref name="task"/>.</summary>
    public static LearningRateSchedule Of(TrainingRecipe recipe, ITrainingTask task)
    {
        long steps = Enumerable.Range(0, recipe.Epochs).Sum(epoch => ((long)task.SamplesOf(epoch) + recipe.BatchSize - 1) / recipe.BatchSize);
        return new LearningRateSchedule(recipe.LearningRate, steps, recipe.WarmUpShare, recipe.Schedule);
    }
}
