using NarFormer.Encoding;

namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>A network or cell that was measured on the new platform.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="LatencyMs">The measured latency, ms.</param>
/// <param name="Network">The network as the predictor sees it.</param>
public sealed record AdaptationSample(string Name, double LatencyMs, EncodedNetwork Network);
