using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace NarFormer.Measurement.Environment;

/// <summary>Reads what machine this is.</summary>
public static class EnvironmentReader
{
    /// <summary>The machine as it is now.</summary>
    public static MachineEnvironment Read() => new(
        CpuName(),
        System.Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        OrtEnv.Instance().GetVersionString(),
        OrtEnv.Instance().GetAvailableProviders(),
        LoadAverage());

    private static string CpuName() =>
        ProcFile.Lines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static double? LoadAverage() =>
        ProcFile.Lines("/proc/loadavg").FirstOrDefault() is { } line && double.TryParse(line.Split(' ')[0], CultureInfo.InvariantCulture, out double load) ? load : null;
}
