using NarFormer.Encoding;

namespace NarFormer.Training.Samples;

/// <summary>A network of known latency, ready for training and for the baselines.</summary>
/// <param name="Family">The family of the network.</param>
/// <param name="Seed">The seed that makes the network within its family.</param>
/// <param name="LatencyMs">The label, ms.</param>
/// <param name="Macs">Multiply-accumulates of one run.</param>
/// <param name="Parameters">Parameters.</param>
/// <param name="MemoryBytes">Bytes read and written by one run.</param>
/// <param name="Network">The encoded network.</param>
public sealed record TrainingSample(
    string Family, ulong Seed, double LatencyMs, double Macs, double Parameters, double MemoryBytes, EncodedNetwork Network);
