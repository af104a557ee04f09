using NarFormer.Onnx;
using NarFormer.Onnx.Schema;

namespace NarFormer.Measurement.Profiling;

/// <summary>Runs networks a few times with ONNX Runtime's profiler, all graph optimisations on.</summary>
public sealed class KernelProfiler
{
    private readonly LatencyEngine _engine = new();

    /// <summary>The kernels that <paramref name="model"/> runs as, each with the fastest of <paramref name="runs"/> runs; fills weights in place.</summary>
    /// <exception cref="OnnxException">ONNX Runtime cannot run the network; the message names it.</exception>
    public ProfiledNetwork Profile(ModelProto model, string name, int runs, CancellationToken cancellation)
    {
        string prefix = Path.Combine(Path.GetTempPath(), $"narformer-profile-{Guid.NewGuid():N}"), optimized = prefix + ".onnx";
        try
        {
            return new ProfiledNetwork(Kernels(model, name, prefix, optimized, runs, cancellation), WeightlessModel.Read(optimized).Proto);
        }
        finally
        {
            File.Delete(optimized);
        }
    }

    private IReadOnlyList<KernelTime> Kernels(ModelProto model, string name, string prefix, string optimized, int runs, CancellationToken cancellation)
    {
        var job = new LatencyJob { WarmupRuns = 0, WarmupTime = TimeSpan.Zero, MinimumRuns = runs, MaximumRuns = runs };
        using var network = _engine.LoadProfiled(model, name, job, prefix, optimized);
        network.Round(cancellation);
        string file = network.EndProfiling();
        try
        {
            return ProfileReader.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
