namespace NarFormer.Training.Adaptation.Devices;

/// <summary>How likely a new device is of a kind.</summary>
/// <param name="Own">The share of its logarithms' variance that known devices do not explain.</param>
/// <param name="Noise">The variance of a measurement beside it.</param>
/// <param name="Probability">How likely.</param>
public sealed record DeviceBelief(double Own, double Noise, double Probability);
