using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Measurement.Environment;
using NarFormer.Onnx;

namespace NarFormer.Measurement;

/// <summary>A network in memory with fixed inputs, ready to be run and timed.</summary>
public sealed class LoadedNetwork : IDisposable
{
    private readonly string _name;
    private readonly InferenceSession _session;
    private readonly SessionOptions _sessionOptions;
    private readonly RunOptions _runOptions = new();
    private readonly LatencyJob _job;
    private readonly Dictionary<string, OrtValue> _inputs;

    internal LoadedNetwork(string name, InferenceSession session, SessionOptions sessionOptions, LatencyJob job, int filledWeights)
    {
        _name = name;
        _session = session;
        _sessionOptions = sessionOptions;
        _job = job;
        FilledWeights = filledWeights;
        _inputs = session.InputMetadata.ToDictionary(i => i.Key, i => FixedInput.Create(name, i.Key, i.Value, job), StringComparer.Ordinal);
    }

    /// <summary>Weights that the file does not hold and that were filled.</summary>
    public int FilledWeights { get; }

    /// <summary>Runs the network until the first-run costs are over.</summary>
    public void Warm(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        for (int run = 0; run < _job.WarmupRuns || Stopwatch.GetElapsedTime(start) < _job.WarmupTime; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            RunMs();
        }
    }

    /// <summary>Runs the network for one round.</summary>
    public LatencyRound Round(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        var samples = new List<double>();
        while (samples.Count < _job.MinimumRuns || (samples.Count < _job.MaximumRuns && Stopwatch.GetElapsedTime(start) < _job.RoundTime))
        {
            cancellation.ThrowIfCancellationRequested();
            samples.Add(RunMs());
        }

        return new LatencyRound(samples);
    }

    /// <summary>Warms up and measures all rounds of the job.</summary>
    public LatencyReport Measure(MachineEnvironment environment, DateTimeOffset at, IReadOnlyList<string> warnings, CancellationToken cancellation)
    {
        Warm(cancellation);
        return new LatencyReport
        {
            File = _name,
            At = at,
            Batch = _job.Batch,
            Dimensions = _job.Dimensions,
            Rounds = [.. Enumerable.Range(0, _job.Rounds).Select(_ => Round(cancellation))],
            Threads = _job.Threads,
            Platform = _job.Platform,
            PeakMemoryBytes = PeakMemory.Read(),
            FilledWeights = FilledWeights,
            Environment = environment,
            Warnings = warnings,
        };
    }

    /// <summary>Ends the profile of a session that keeps one.</summary>
    /// <returns>The file that it stands in.</returns>
    internal string EndProfiling() => _session.EndProfiling();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var input in _inputs.Values) input.Dispose();
        _runOptions.Dispose();
        _session.Dispose();
        _sessionOptions.Dispose();
    }

    private double RunMs()
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            using var outputs = _session.Run(_runOptions, _inputs, _session.OutputNames);
        }
        catch (OnnxRuntimeException e)
        {
            throw new OnnxException($"{_name}: the network does not run: {RuntimeMessage.FirstLine(e)}", e);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
