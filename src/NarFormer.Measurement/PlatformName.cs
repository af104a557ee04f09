using NarFormer.Measurement.Environment;

namespace NarFormer.Measurement;

/// <summary>What a platform is called: latencies may be compared only where this is the same.</summary>
public static class PlatformName
{
    /// <summary>Runtime, machine and threads, for example <c>ort-cpu 1.31.1, AMD EPYC, 1 thread</c>.</summary>
    public static string Of(string runtime, MachineEnvironment environment, int threads) =>
        $"{runtime} {environment.OnnxRuntime}, {environment.Cpu}, {threads} thread{(threads == 1 ? "" : "s")}";

    /// <summary>Whether <paramref name="asked"/> means <paramref name="platform"/>: its name or the beginning of it. <c>ort-cpu</c> does not mean <c>ort-cpu-plain 1.31.1</c>.</summary>
    public static bool IsMeant(string asked, string platform) =>
        platform.StartsWith(asked, StringComparison.OrdinalIgnoreCase) && (platform.Length == asked.Length || platform[asked.Length] != '-');
}
