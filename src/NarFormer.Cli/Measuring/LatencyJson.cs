using System.Text.Json;
using NarFormer.Measurement;

namespace NarFormer.Cli.Measuring;

/// <summary>JSON Lines: one object for each file, with every sample.</summary>
internal sealed class LatencyJson(TextWriter output) : ILatencyWriter
{
    /// <inheritdoc/>
    public void Write(LatencyReport report) => output.WriteLine(JsonSerializer.Serialize(report, LatencyJsonContext.Default.LatencyReport));
}
