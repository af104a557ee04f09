namespace NarFormer.Store;

/// <summary>What was measured on a platform.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Networks">Networks that were measured on it.</param>
/// <param name="Measurements">Measurements.</param>
/// <param name="First">When the first began.</param>
/// <param name="Last">When the last began.</param>
public sealed record PlatformStatistics(string Platform, long Networks, long Measurements, DateTimeOffset First, DateTimeOffset Last);
