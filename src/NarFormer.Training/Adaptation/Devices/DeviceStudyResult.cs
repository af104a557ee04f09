namespace NarFormer.Training.Adaptation.Devices;

/// <summary>What a study of devices gave.</summary>
/// <param name="Recipe">What was studied.</param>
/// <param name="KernelLength">The distance over which the smooth part of the chosen kernel changes.</param>
/// <param name="KernelLinearShare">The share of its linear part.</param>
/// <param name="Beliefs">What the training devices say of devices not yet seen.</param>
/// <param name="Scores">The scores of each device, protocol, method and number of measurements.</param>
public sealed record DeviceStudyResult(
    DeviceStudyRecipe Recipe, double KernelLength, double KernelLinearShare, IReadOnlyList<DeviceBelief> Beliefs, IReadOnlyList<DeviceScore> Scores);
