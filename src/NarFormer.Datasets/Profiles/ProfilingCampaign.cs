using NarFormer.Datasets.Latency;
using NarFormer.Measurement.Profiling;
using NarFormer.Onnx;

namespace NarFormer.Datasets.Profiles;

/// <summary>Profiles the networks of a data set one after the other; goes on where an earlier run stopped.</summary>
/// <param name="dataset">The data set.</param>
/// <param name="runs">Runs of each network.</param>
/// <param name="clock">The clock for durations.</param>
public sealed class ProfilingCampaign(LatencyDataset dataset, int runs, TimeProvider clock)
{
    private readonly KernelProfiler _profiler = new();
    private readonly OnnxReader _reader = new();

    /// <summary>Profiles those of <paramref name="rows"/> that <paramref name="log"/> does not hold yet.</summary>
    /// <exception cref="InvalidDataException">The zoo makes another network today than the one that was measured.</exception>
    public void Run(IReadOnlyList<LatencyRow> rows, ProfileLog log, IProgress<ProfilingProgress> progress, CancellationToken cancellation)
    {
        var done = log.Profiles.Select(p => p.Sha256).ToHashSet(StringComparer.Ordinal);
        LatencyRow[] open = [.. rows.Where(r => !done.Contains(r.Sha256))];
        long start = clock.GetTimestamp();
        for (int i = 0; i < open.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = open[i];
            var model = dataset.Generate(row);
            // Profiling fills the weights in place; their values do not count for the graph.
            var network = _reader.Read(model, row.Name, new OnnxReadOptions { FoldConstants = true });
            var kernels = KernelMatching.Of(network, _profiler.Profile(model, row.Name, runs, cancellation));
            var profile = new NetworkProfile(row.Family, row.Seed, row.Sha256, runs, kernels);
            log.Append(profile);
            progress.Report(new ProfilingProgress(rows.Count - open.Length + i + 1, rows.Count, clock.GetElapsedTime(start) / (i + 1) * (open.Length - i - 1), profile));
        }
    }
}
