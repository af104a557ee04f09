using NarFormer.Measurement;

namespace NarFormer.Cli.Measuring;

/// <summary>A way to print what was measured.</summary>
internal interface ILatencyWriter
{
    /// <summary>Prints the report of one file.</summary>
    void Write(LatencyReport report);
}
