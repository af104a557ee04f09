using System.Runtime.InteropServices;

namespace NarFormer.Measurement.Environment;

/// <summary>Keeps the calling thread on one processor, so that it is not moved in the middle of a run.</summary>
public static partial class ProcessorPin
{
    private const int MaskBytes = 128;

    /// <summary>Pins the calling thread to processor <paramref name="core"/> (Linux only).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such processor.</exception>
    /// <exception cref="PlatformNotSupportedException">The system is not Linux.</exception>
    public static void PinThread(int core)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("threads are pinned on Linux only");
        ArgumentOutOfRangeException.ThrowIfNegative(core);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(core, System.Environment.ProcessorCount);
        byte[] mask = new byte[MaskBytes];
        mask[core / 8] = (byte)(1 << (core % 8));
        if (SchedSetAffinity(0, MaskBytes, mask) != 0)
            throw new InvalidOperationException($"the system did not pin the thread to core {core} (error {Marshal.GetLastPInvokeError()})");
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SchedSetAffinity(int thread, nint size, byte[] mask);
}
