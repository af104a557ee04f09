using NarFormer.Training.Evaluation;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;
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
    /// Trains on <paramref name="training"/> and keeps the weights of the best MAPE on <paramref name="validation"/>,
    /// averaged weights where the recipe averages.
    /// </summary>
    /// <exception cref="OperationCanceledException">Training was cancelled; it can be resumed from the last finished epoch.</exception>
    /// <exception cref="InvalidOperationException">The loss became infinite or not a number.</exception>
    public FitOutcome Fit(
        IReadOnlyList<TrainingSample> training,
        IReadOnlyList<TrainingSample> validation,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation)
    {
        var state = TrainingState.Start(recipe, network);
        if (File.Exists(run.Checkpoint)) state.Restore(run.Checkpoint);
        var metrics = new MetricsLog(run.Metrics);
        metrics.KeepUntil(state.Progress.Epoch);

        int stepsOfAnEpoch = (training.Count + recipe.BatchSize - 1) / recipe.BatchSize;
        var schedule = new LearningRateSchedule(recipe.LearningRate, (long)stepsOfAnEpoch * recipe.Epochs, recipe.WarmUpShare);
        var step = new TrainingStep(recipe, network, state);
        while (state.Progress.Epoch < recipe.Epochs && !PatienceIsOut(state.Progress))
        {
            long start = clock.GetTimestamp();
            double loss = Epoch(training, step, schedule, state, cancellation);
            var scores = IsEvaluated(state.Progress.Epoch) ? Evaluate(validation, state) : null;
            double seconds = clock.GetElapsedTime(start).TotalSeconds;
            var report = Report(state.Progress, schedule, loss, scores, seconds);
            state.Save(run.Checkpoint);
            metrics.Append(report);
            progress?.Report(report);
        }

        return new FitOutcome(state.Progress.Epoch, state.Progress.BestEpoch, state.Progress.BestMape, state.Progress.Epoch < recipe.Epochs);
    }

    private double Epoch(
        IReadOnlyList<TrainingSample> training, TrainingStep step, LearningRateSchedule schedule, TrainingState state, CancellationToken cancellation)
    {
        network.train();
        double sum = 0;
        long number = state.Progress.Step;
        foreach (int[] batch in SampleOrder.Of(training.Count, recipe.Seed, state.Progress.Epoch).Chunk(recipe.BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            sum += batch.Length * step.Take([.. batch.Select(i => training[i])], number, schedule.At(number));
            number++;
        }

        state.Progress = state.Progress with { Epoch = state.Progress.Epoch + 1, Step = number };
        return sum / training.Count;
    }

    private RegressionScores Evaluate(IReadOnlyList<TrainingSample> validation, TrainingState state)
    {
        using var averaged = state.Average?.Lend();
        var scores = RegressionScores.Of(validation.Select(s => s.LatencyMs).ToArray(), BatchedPredictions.Of(network, validation));
        if (scores.Mape < state.Progress.BestMape)
        {
            state.Progress = state.Progress with { BestEpoch = state.Progress.Epoch, BestMape = scores.Mape, EvaluationsSinceBest = 0 };
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

    private EpochReport Report(TrainingProgress progress, LearningRateSchedule schedule, double loss, RegressionScores? scores, double seconds) => new(
        progress.Epoch,
        recipe.Epochs,
        progress.Step,
        schedule.At(progress.Step - 1),
        loss,
        scores?.Mape,
        scores?.Acc10,
        progress.BestEpoch,
        progress.BestEpoch > 0 ? progress.BestMape : null,
        seconds,
        seconds * (recipe.Epochs - progress.Epoch));
}
