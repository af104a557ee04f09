using System.Text.Json.Serialization;
using NarFormer.Measurement;

namespace NarFormer.Cli.Measuring;

/// <summary>How a latency report is written as JSON, and what goes to and from a measuring process.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LatencyReport))]
[JsonSerializable(typeof(LatencyJob))]
[JsonSerializable(typeof(MeasuringAnswer))]
internal sealed partial class LatencyJsonContext : JsonSerializerContext;
