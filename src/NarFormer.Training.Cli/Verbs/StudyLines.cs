using NarFormer.Training.Studies;

namespace NarFormer.Training.Cli.Verbs;

/// <summary>Writes a line of progress for the last epoch of each training, and every few seconds.</summary>
internal sealed class StudyLines(TextWriter writer, TimeProvider clock) : IProgress<StudyStep>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private long _last = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Report(StudyStep value)
    {
        var epoch = value.Epoch;
        if (epoch.Epoch < epoch.Epochs && clock.GetElapsedTime(_last) < Pause) return;
        _last = clock.GetTimestamp();
        string best = epoch.BestScore is { } score ? $"  validation {epoch.Criterion.Text(score)} at {epoch.BestEpoch}" : "";
        writer.WriteLine(
            $"training {value.Training}/{value.Trainings}  {value.Variation}, seed {value.Seed}{(value.Member > 1 ? $", member {value.Member}" : "")}  "
            + $"epoch {epoch.Epoch}/{epoch.Epochs}{best}  {EpochLines.Left(value.SecondsLeft)} left");
    }
}
