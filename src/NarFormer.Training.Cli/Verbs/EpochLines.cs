using NarFormer.Training.Fitting;

namespace NarFormer.Training.Cli.Verbs;

/// <summary>Writes a line of progress for each epoch.</summary>
internal sealed class EpochLines(TextWriter writer) : IProgress<EpochReport>
{
    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        string validation = value.Validation is { } scores
            ? $"  validation {value.Criterion.Text(scores[value.Criterion.Name])} (best {value.BestScore:0.0000} at {value.BestEpoch})"
            : "";
        writer.WriteLine($"epoch {value.Epoch}/{value.Epochs}  loss {value.Loss:G4}{validation}  {value.Seconds:F1} s  {Left(value.SecondsLeft)} left");
    }

    /// <summary>A duration as people say it.</summary>
    public static string Left(double seconds) =>
        seconds < 90 ? $"{seconds:F0} s" : seconds < 5400 ? $"{seconds / 60:F0} min" : $"{seconds / 3600:F1} h";
}
