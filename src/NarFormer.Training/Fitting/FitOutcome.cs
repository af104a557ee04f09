namespace NarFormer.Training.Fitting;

/// <summary>What a finished training gave.</summary>
/// <param name="Epochs">Epochs trained, those of earlier sittings included.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
/// <param name="BestMape">Its MAPE on the validation split, as a share.</param>
/// <param name="StoppedEarly">Whether patience ran out before the last epoch.</param>
public sealed record FitOutcome(int Epochs, int BestEpoch, double BestMape, bool StoppedEarly);
