namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>What a predictor is adapted to.</summary>
/// <param name="Name">What to call the new predictor.</param>
/// <param name="Platform">The full name of the platform that was measured on.</param>
/// <param name="Sha256">The hash of the file of measurements, hexadecimal.</param>
public sealed record AdaptationTarget(string Name, string Platform, string Sha256);
