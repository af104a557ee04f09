using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;
using NarFormer.Training.Schedules;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>
/// Fits a network to samples by a recipe. After every epoch the whole state is in the run's checkpoint, so a training
/// that was stopped or killed goes on there and ends in the same weights, bit for bit, as one that never stopped.
/// </summary>
/// <param name="recipe">How to train.</param>
/// <param name="network">The network, at its initial weights.</param>
/// <param name="run">Where checkpoints and metrics go.</param>
/// <param name="clock">The clock for durations.</param>
public sealed class Trainer(TrainingRecipe recipe, nn.Module<TorchBatch, Tensor> network, RunFolder run, TimeProvider clock)
{
    /// <summary>
    /// Trains for <paramref name="task"/> and keeps the weights of the epoch that its criterion prefers, averaged weights
    /// where the recipe averages.
    /// </summary>
    /// <exception cref="OperationCanceledException">Training was cancelled; it can be resumed from the last finished epoch.</exception>
    /// <exception cref="InvalidOperationException">The loss became infinite or not a number.</exception>
    public FitOutcome Fit(ITrainingTask task, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        var state = TrainingState.Start(recipe, network);
        if (File.Exists(run.Checkpoint)) state.Restore(run.Checkpoint);
        var metrics = new MetricsLog(run.Metrics);
        metrics.KeepUntil(state.Progress.Epoch);

        var schedule = StepSchedule.Of(recipe, task);
        var step = new TrainingStep(recipe, network, task, state);
        while (state.Progress.Epoch < recipe.Epochs && !PatienceIsOut(state.Progress))
        {
            long start = clock.GetTimestamp();
            double loss = Epoch(task.SamplesOf(state.Progress.Epoch), step, schedule, state, cancellation);
            var scores = IsEvaluated(state.Progress.Epoch) ? Evaluate(task, state) : null;
            double seconds = clock.GetElapsedTime(start).TotalSeconds;
            var report = Report(task.Criterion, state.Progress, schedule, loss, scores, seconds);
            metrics.Append(report);
            state.Save(run.Checkpoint);
            progress?.Report(report);
        }

        return new FitOutcome(
            state.Progress.Epoch,
            task.Criterion,
            state.Progress.BestEpoch,
            state.Progress.BestScore,
            StoppedEarly: state.Progress.Epoch < recipe.Epochs,
            metrics.Seconds());
    }

    private double Epoch(int samples, TrainingStep step, LearningRateSchedule schedule, TrainingState state, CancellationToken cancellation)
    {
        network.train();
        double sum = 0;
        long number = state.Progress.Step;
        foreach (int[] batch in SampleOrder.Of(samples, recipe.Seed, state.Progress.Epoch).Chunk(recipe.BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            sum += batch.Length * step.Take(batch, number, schedule.At(number));
            number++;
        }

        state.Progress = state.Progress with { Epoch = state.Progress.Epoch + 1, Step = number };
        return sum / samples;
    }

    private IReadOnlyDictionary<string, double> Evaluate(ITrainingTask task, TrainingState state)
    {
        using var averaged = state.Average?.Lend();
        var scores = task.Validate(network);
        double score = scores[task.Criterion.Name];
        if (task.Criterion.IsBetter(score, state.Progress.BestScore))
        {
            state.Progress = state.Progress with { BestEpoch = state.Progress.Epoch, BestScore = score, EvaluationsSinceBest = 0 };
            WeightsFile.Write(run.BestWeights, network, state.Progress);
        }
        else
        {
            state.Progress = state.Progress with { EvaluationsSinceBest = state.Progress.EvaluationsSinceBest + 1 };
        }

        return scores;
    }

    private bool IsEvaluated(int epoch) => epoch % recipe.EvaluateEvery == 0 || epoch == recipe.Epochs;

    private bool PatienceIsOut(TrainingProgress progress) => recipe.Patience > 0 && progress.EvaluationsSinceBest >= recipe.Patience;

    private EpochReport Report(
        Criterion criterion, TrainingProgress progress, LearningRateSchedule schedule, double loss, IReadOnlyDictionary<string, double>? scores, double seconds) => new(
        progress.Epoch,
        recipe.Epochs,
        progress.Step,
        schedule.At(progress.Step - 1),
        loss,
        criterion,
        scores,
        progress.BestEpoch,
        progress.BestEpoch > 0 ? progress.BestScore : null,
        seconds,
        seconds * (recipe.Epochs - progress.Epoch));
}
