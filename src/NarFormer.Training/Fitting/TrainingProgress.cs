using System.Globalization;

namespace NarFormer.Training.Fitting;

/// <summary>Where a training stands, beside its tensors.</summary>
internal sealed record TrainingProgress
{
    /// <summary>Finished epochs.</summary>
    public int Epoch { get; init; }

    /// <summary>Steps taken.</summary>
    public long Step { get; init; }

    /// <summary>The epoch of the best validation score; 0 if there is none yet.</summary>
    public int BestEpoch { get; init; }

    /// <summary>The best validation score; NaN if there is none yet.</summary>
    public double BestScore { get; init; } = double.NaN;

    /// <summary>Evaluations since the best one.</summary>
    public int EvaluationsSinceBest { get; init; }

    /// <summary>Writes all numbers as text that reads back to the same bits.</summary>
    public void WriteTo(IDictionary<string, string> metadata)
    {
        metadata["epoch"] = Epoch.ToString(CultureInfo.InvariantCulture);
        metadata["step"] = Step.ToString(CultureInfo.InvariantCulture);
        metadata["best_epoch"] = BestEpoch.ToString(CultureInfo.InvariantCulture);
        metadata["best_score"] = BestScore.ToString("R", CultureInfo.InvariantCulture);
        metadata["evaluations_since_best"] = EvaluationsSinceBest.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="KeyNotFoundException">A number is missing.</exception>
    /// <exception cref="FormatException">A text is not a number.</exception>
    public static TrainingProgress ReadFrom(IDictionary<string, string> metadata) => new()
    {
        Epoch = int.Parse(metadata["epoch"], CultureInfo.InvariantCulture),
        Step = long.Parse(metadata["step"], CultureInfo.InvariantCulture),
        BestEpoch = int.Parse(metadata["best_epoch"], CultureInfo.InvariantCulture),
        BestScore = double.Parse(metadata["best_score"], CultureInfo.InvariantCulture),
        EvaluationsSinceBest = int.Parse(metadata["evaluations_since_best"], CultureInfo.InvariantCulture),
    };
}
