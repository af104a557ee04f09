using NarFormer.Measurement;

namespace NarFormer.Cli.Measuring;

/// <summary>What a measuring process prints: one of the two.</summary>
/// <param name="Report">What was measured.</param>
/// <param name="Error">Why nothing was.</param>
internal sealed record MeasuringAnswer(LatencyReport? Report, string? Error);
