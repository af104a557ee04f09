using NarFormer.Measurement.Environment;

namespace NarFormer.Measurement;

/// <summary>Measures files one after the other by one job.</summary>
/// <param name="job">How to measure.</param>
/// <param name="warnings">What is known about the machine and belongs into every report.</param>
/// <param name="clock">Tells when a file was measured.</param>
public sealed class LatencyRun(LatencyJob job, IReadOnlyList<string> warnings, TimeProvider clock)
{
    /// <summary>A spread above which a report carries a warning.</summary>
    public const double WarningSpread = 0.15;

    private readonly LatencyEngine _engine = new();

    /// <summary>Loads, warms up and measures the file at <paramref name="path"/>.</summary>
    /// <exception cref="Onnx.OnnxException">The file is not a network that ONNX Runtime can run; the message names it.</exception>
    public LatencyReport Measure(string path, CancellationToken cancellation)
    {
        PeakMemory.Reset();
        using var network = _engine.Load(path, job);
        var report = network.Measure(EnvironmentReader.Read(), clock.GetUtcNow(), warnings, cancellation);
        List<string> found = [.. warnings];
        if (report.FilledWeights > 0) found.Add($"{report.FilledWeights} weights are not in the file and were made up");
        if (report.Spread > WarningSpread) found.Add(FormattableString.Invariant($"the rounds differ by {report.Spread:P0}: the machine is not steady"));
        return report with { Warnings = found };
    }
}
