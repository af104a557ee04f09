namespace NarFormer.Training.Fitting;

/// <summary>How training stands after an epoch; one line of <c>metrics.jsonl</c>.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Epochs">All epochs of the recipe.</param>
/// <param name="Step">Steps taken so far.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="Loss">Mean training loss of the epoch.</param>
/// <param name="Criterion">The score that chooses the epoch.</param>
/// <param name="Validation">The scores on the validation split by name; null if this epoch was not evaluated.</param>
/// <param name="BestEpoch">The epoch of the best score so far; 0 if there is none.</param>
/// <param name="BestScore">The best score so far; null if there is none.</param>
/// <param name="Seconds">How long the epoch took.</param>
/// <param name="SecondsLeft">How long the remaining epochs should take.</param>
public sealed record EpochReport(
    int Epoch,
    int Epochs,
    long Step,
    double LearningRate,
    double Loss,
    Criterion Criterion,
    IReadOnlyDictionary<string, double>? Validation,
    int BestEpoch,
    double? BestScore,
    double Seconds,
    double SecondsLeft);
