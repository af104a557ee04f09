namespace NarFormer.Training.Fitting;

/// <summary>What a finished training gave.</summary>
/// <param name="Epochs">Epochs trained, those of earlier sittings included.</param>
/// <param name="Criterion">The score that chose the epoch.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
/// <param name="BestScore">Its score on the validation split.</param>
/// <param name="StoppedEarly">Whether patience ran out before the last epoch.</param>
/// <param name="Seconds">How long these epochs took, s.</param>
public sealed record FitOutcome(int Epochs, Criterion Criterion, int BestEpoch, double BestScore, bool StoppedEarly, double Seconds);
