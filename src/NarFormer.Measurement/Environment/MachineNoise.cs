using System.Globalization;

namespace NarFormer.Measurement.Environment;

/// <summary>How busy the machine is with other work.</summary>
public static class MachineNoise
{
    /// <summary>A busy share above which figures carry a warning.</summary>
    public const double WarningShare = 0.2;

    /// <summary>A busy share above which measuring is refused.</summary>
    public const double RefusalShare = 0.7;

    /// <summary>
    /// The share (0..1) of all processors' time that was not idle over <paramref name="window"/>, while this process sleeps;
    /// <see langword="null"/> where the system does not tell.
    /// </summary>
    public static async Task<double?> BusyShareAsync(TimeSpan window, TimeProvider clock, CancellationToken cancellation)
    {
        if (Ticks() is not { } before) return null;
        await Task.Delay(window, clock, cancellation).ConfigureAwait(false);
        if (Ticks() is not { } after || after.Total == before.Total) return null;
        return 1 - (after.Idle - before.Idle) / (double)(after.Total - before.Total);
    }

    private static (long Idle, long Total)? Ticks()
    {
        string? line = ProcFile.Lines("/proc/stat").FirstOrDefault();
        if (line is null) return null;
        long[] fields = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(f => long.Parse(f, CultureInfo.InvariantCulture))];
        return (fields[3] + fields[4], fields.Sum());
    }
}
