using System.Globalization;
using NarFormer.Measurement;

namespace NarFormer.Cli.Measuring;

/// <summary>A line for each file, with a line about the machine before the first.</summary>
internal sealed class LatencyText(TextWriter output) : ILatencyWriter
{
    private const double BytesPerMegabyte = 1e6;

    private bool _started;

    /// <inheritdoc/>
    public void Write(LatencyReport report)
    {
        var machine = report.Environment;
        if (!_started) output.WriteLine($"{report.Platform}, {report.Threads} of {machine.Cores} cores, {machine.Cpu}, ONNX Runtime {machine.OnnxRuntime}");
        _started = true;
        string memory = report.PeakMemoryBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $", peak memory {bytes / BytesPerMegabyte:0} MB") : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.File}: low {report.LowMs:0.000} ms, median {report.MedianMs:0.000} ms, spread {report.Spread:P1} over {report.Rounds.Count} rounds, {report.Rounds.Sum(r => r.SamplesMs.Count)} runs{memory}"));
    }
}
