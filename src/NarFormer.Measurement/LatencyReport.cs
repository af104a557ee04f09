using NarFormer.Measurement.Environment;

namespace NarFormer.Measurement;

/// <summary>What was measured of one network.</summary>
public sealed record LatencyReport
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>When the measuring began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The batch that was asked for, or <see langword="null"/> for that of the file.</summary>
    public long? Batch { get; init; }

    /// <summary>The named dimensions that were asked for.</summary>
    public IReadOnlyDictionary<string, long> Dimensions { get; init; } = new Dictionary<string, long>();

    /// <summary>The median of all runs in ms.</summary>
    public double MedianMs => Quantiles.Of(Rounds.SelectMany(r => r.SamplesMs), 0.5);

    /// <summary>The lower envelope: the lowest round median in ms. Other work on the machine can only add to it.</summary>
    public double LowMs => Rounds.Min(r => r.MedianMs);

    /// <summary>The geometric mean of the rounds' fastest runs in ms: what the labels of data sets are made of.</summary>
    /// <remarks>A method, so that it is no part of the JSON.</remarks>
    public double FastestMs() => Math.Exp(Rounds.Average(r => Math.Log(r.Quantile(0))));

    /// <summary>How far the round medians lie apart: (highest − lowest) / lowest.</summary>
    public double Spread => (Rounds.Max(r => r.MedianMs) - LowMs) / LowMs;

    /// <summary>The rounds with every sample.</summary>
    public required IReadOnlyList<LatencyRound> Rounds { get; init; }

    /// <summary>Threads that one operator could use.</summary>
    public required int Threads { get; init; }

    /// <summary>What ran the network: see <see cref="LatencyJob.Platform"/>.</summary>
    public required string Platform { get; init; }

    /// <summary>The most memory the process held while the network was loaded and run, in bytes; <see langword="null"/> where the system does not tell.</summary>
    public required long? PeakMemoryBytes { get; init; }

    /// <summary>Weights that the file does not hold and that were filled with pseudo-random values.</summary>
    public required int FilledWeights { get; init; }

    /// <summary>The machine and its software.</summary>
    public required MachineEnvironment Environment { get; init; }

    /// <summary>What a reader of the figures should know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
