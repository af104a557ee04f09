using System.Runtime;
using System.Runtime.InteropServices;
using TorchSharp;

namespace NarFormer.Training.Native;

/// <summary>Settings that a process needs before its first tensor; without them training is several times slower or unsafe.</summary>
public static partial class TorchProcess
{
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int KeptBytes = 1 << 30;

    /// <summary>
    /// Prepares this process for training: freed memory stays with the allocator (page faults cost more than the
    /// arithmetic), OpenMP threads sleep while they wait, sums of MKL have an order that does not depend on where memory
    /// lies (conditional numerical reproducibility), and the concurrent collector is known to be off. Has to come before
    /// anything else touches TorchSharp, because OpenMP and MKL read their environment once; does not load libtorch itself
    /// unless <paramref name="threads"/> is given.
    /// </summary>
    /// <param name="threads">Threads of one operation; null for OMP_NUM_THREADS or else one for each processor that this process may use.</param>
    /// <exception cref="InvalidOperationException">
    /// The concurrent garbage collector is on: it may finalise a TorchSharp scalar during a native call.
    /// </exception>
    public static void Configure(int? threads = null)
    {
        if (GCSettings.LatencyMode != GCLatencyMode.Batch)
            throw new InvalidOperationException("training needs ConcurrentGarbageCollection off: set it to false in the project, or DOTNET_gcConcurrent=0");
        if (OperatingSystem.IsLinux())
        {
            _ = MallOpt(MapThreshold, KeptBytes);
            _ = MallOpt(TrimThreshold, KeptBytes);
            _ = SetEnvironment("OMP_WAIT_POLICY", "PASSIVE", 0);
            _ = SetEnvironment("MKL_CBWR", "AUTO", 0);
            _ = SetEnvironment("OMP_NUM_THREADS", (threads ?? Environment.ProcessorCount).ToString(), threads is null ? 0 : 1);
        }

        if (threads is { } count) torch.set_num_threads(count);
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int MallOpt(int parameter, int value);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
