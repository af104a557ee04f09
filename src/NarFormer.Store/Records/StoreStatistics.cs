namespace NarFormer.Store;

/// <summary>What a store holds.</summary>
/// <param name="Networks">Networks.</param>
/// <param name="Measurements">Measurements.</param>
/// <param name="Predictions">Predictions.</param>
/// <param name="Vectors">Vectors.</param>
/// <param name="Platforms">What was measured, by platform.</param>
/// <param name="Families">Networks, by family; those without a family under the empty name.</param>
public sealed record StoreStatistics(
    long Networks, long Measurements, long Predictions, long Vectors, IReadOnlyList<PlatformStatistics> Platforms, IReadOnlyList<FamilyStatistics> Families);
