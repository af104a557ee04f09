namespace NarFormer.Training.Refreshing;

/// <summary>What holding a new predictor against an old one gave.</summary>
/// <param name="HeldOut">Measured networks that the new one did not learn from.</param>
/// <param name="OldMape">The old one's mean absolute percentage error on them, as a share; <see langword="null"/> if there was none.</param>
/// <param name="NewMape">The new one's.</param>
/// <param name="Replaced">Whether the new one took the place of the old.</param>
public sealed record RefreshOutcome(int HeldOut, double? OldMape, double NewMape, bool Replaced);
