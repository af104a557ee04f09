using System.Diagnostics;
using System.Text.Json;
using NarFormer.Cli.Verbs;
using NarFormer.Measurement;
using NarFormer.Onnx;

namespace NarFormer.Cli.Measuring;

/// <summary>Measures each file in a process of its own, since a network can crash ONNX Runtime and what runs it.</summary>
/// <param name="command">The program and its first arguments; a path and a job follow.</param>
/// <param name="job">How to measure.</param>
/// <param name="warnings">What is known about the machine and belongs into every report.</param>
internal sealed class MeasuringProcess(IReadOnlyList<string> command, LatencyJob job, IReadOnlyList<string> warnings)
{
    /// <summary>This program as the one that measures.</summary>
    public static MeasuringProcess OfThisProgram(LatencyJob job, IReadOnlyList<string> warnings)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "narformer");
        return new MeasuringProcess(
            File.Exists(program) ? [program, MeasureWorkerVerb.Name] : [System.Environment.ProcessPath!, $"{program}.dll", MeasureWorkerVerb.Name], job, warnings);
    }

    /// <summary>Loads, warms up and measures the file at <paramref name="path"/>.</summary>
    /// <exception cref="OnnxException">ONNX Runtime cannot run the file, or crashed; the message names the file.</exception>
    public async Task<LatencyReport> MeasureAsync(string path, CancellationToken cancellation)
    {
        string[] arguments = [.. command.Skip(1), path, "--job", JsonSerializer.Serialize(job, LatencyJsonContext.Default.LatencyJob)];
        using var process = Process.Start(new ProcessStartInfo(command[0], arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            string printed = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != ExitCode.Ok)
                throw new OnnxException($"{path}: the process that ran the network ended with code {process.ExitCode}: ONNX Runtime crashed or memory ran out");
            var answer = JsonSerializer.Deserialize(printed, LatencyJsonContext.Default.MeasuringAnswer)!;
            return answer.Report is { } report ? report with { Warnings = [.. warnings, .. report.Warnings] } : throw new OnnxException(answer.Error!);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
