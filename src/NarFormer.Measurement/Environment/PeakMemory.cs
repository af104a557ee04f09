using System.Globalization;

namespace NarFormer.Measurement.Environment;

/// <summary>The most memory this process has held, as Linux counts it.</summary>
internal static class PeakMemory
{
    /// <summary>Starts counting anew from what is held now.</summary>
    public static void Reset()
    {
        try
        {
            if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A container may forbid it: the peak then covers the whole life of the process.
        }
    }

    /// <summary>The peak in bytes, or <see langword="null"/> where the system does not tell.</summary>
    public static long? Read() =>
        ProcFile.Lines("/proc/self/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
        && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture, out long kilobytes)
            ? kilobytes * 1024
            : null;
}
