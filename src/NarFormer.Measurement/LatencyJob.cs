namespace NarFormer.Measurement;

/// <summary>How a network is measured.</summary>
public sealed record LatencyJob
{
    /// <summary>Threads that one operator may use. Default 1: two rounds differ least on a shared machine.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Rounds of samples. Default 5.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>How long a round goes on. Default 0.3 s.</summary>
    public TimeSpan RoundTime { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>The fewest samples of a round. Default 5.</summary>
    public int MinimumRuns { get; init; } = 5;

    /// <summary>The most samples of a round. Default 500.</summary>
    public int MaximumRuns { get; init; } = 500;

    /// <summary>The fewest runs before the first round, which are not counted. Default 3.</summary>
    public int WarmupRuns { get; init; } = 3;

    /// <summary>How long the runs before the first round go on at least. Default 0.1 s.</summary>
    public TimeSpan WarmupTime { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>Whether ONNX Runtime changes the graph before it runs it: fuses operators, folds constants, lays weights out anew. Default true.</summary>
    public bool OptimizesGraphs { get; init; } = true;

    /// <summary>What runs the networks: <c>ort-cpu</c>, or <c>ort-cpu-plain</c> without graph optimisations.</summary>
    public string Platform => OptimizesGraphs ? LatencyEngine.Platform : LatencyEngine.PlainPlatform;

    /// <summary>The first dimension of every input, or <see langword="null"/> to leave it as the file says.</summary>
    public long? Batch { get; init; }

    /// <summary>Values of named dimensions; a dimension that is not named here is 1.</summary>
    public IReadOnlyDictionary<string, long> Dimensions { get; init; } = new Dictionary<string, long>();

    /// <exception cref="ArgumentOutOfRangeException">A setting makes no sense.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumRuns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumRuns, MinimumRuns);
        ArgumentOutOfRangeException.ThrowIfNegative(WarmupRuns);
        if (Batch is { } batch) ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1, nameof(Batch));
    }
}
