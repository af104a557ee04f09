using System.Text.Json.Serialization;
using NarFormer.Measurement;

namespace NarFormer.Cli.Measuring;

/// <summary>How a latency report is written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LatencyReport))]
internal sealed partial class LatencyJsonContext : JsonSerializerContext;
