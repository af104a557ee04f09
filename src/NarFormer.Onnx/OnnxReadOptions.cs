namespace NarFormer.Onnx;

/// <summary>How a file is read.</summary>
public sealed record OnnxReadOptions
{
    /// <summary>The default options.</summary>
    public static OnnxReadOptions Default { get; } = new();

    /// <summary>
    /// The first dimension of every network input of rank 1 or more, or <see langword="null"/> to leave it as the file
    /// says. A <c>Reshape</c> whose stored target begins with the file's own batch follows.
    /// </summary>
    public long? Batch { get; init; }

    /// <summary>Values of named dimensions. A dimension that has no value, here or in the file, is 1, and a warning says so.</summary>
    public IReadOnlyDictionary<string, long> Dimensions { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// Whether nodes that depend on stored values alone are left out, and with them <c>Identity</c> and inference-time
    /// <c>Dropout</c>. Default true.
    /// </summary>
    public bool FoldConstants { get; init; } = true;

    /// <summary>What is too large to be read.</summary>
    public OnnxLimits Limits { get; init; } = new();

    /// <summary>Stops the read with an <see cref="OperationCanceledException"/>; it is looked at before each node.</summary>
    public CancellationToken Cancellation { get; init; }
}
