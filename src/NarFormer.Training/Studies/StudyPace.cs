using NarFormer.Training.Recipes;

namespace NarFormer.Training.Studies;

/// <summary>How long a study still takes, from how long its epochs took in this sitting.</summary>
internal sealed class StudyPace
{
    private readonly TimeProvider _clock;
    private readonly long _start;
    private double _left;
    private double _worked;

    /// <summary>Starts the watch before <paramref name="trainings"/>.</summary>
    public StudyPace(TimeProvider clock, IEnumerable<TrainingRecipe> trainings)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        _left = trainings.Sum(r => r.Epochs * EpochOf(r));
    }

    /// <summary>Seconds that the rest should take, after one more epoch that was number <paramref name="epoch"/> of a training.</summary>
    public double After(TrainingRecipe training, int epoch)
    {
        _worked += EpochOf(training);
        double left = _left - (epoch * EpochOf(training));
        return _clock.GetElapsedTime(_start).TotalSeconds / _worked * left;
    }

    /// <summary>Takes off a training that is finished.</summary>
    public void Finish(TrainingRecipe training) => _left -= training.Epochs * EpochOf(training);

    // Cells seen in an epoch; data sets of networks are taken to have one size within a study, and baselines to take no time.
    private static double EpochOf(TrainingRecipe recipe) => recipe.Baseline is not null ? 0
        : recipe.Cells is { } cells ? cells.Training + ((double)cells.Validation / recipe.EvaluateEvery) : 1;
}
