namespace NarFormer.Training.Studies;

/// <summary>One training of a study.</summary>
/// <param name="Seed">The seed of its network.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
/// <param name="Seconds">Wall time of all epochs, those of earlier sittings included, s.</param>
/// <param name="Validation">Its scores on the validation split by name.</param>
/// <param name="Test">Its scores on the test split by name.</param>
public sealed record MemberRun(
    long Seed, int Epochs, int BestEpoch, double Seconds, IReadOnlyDictionary<string, double> Validation, IReadOnlyDictionary<string, double> Test);
