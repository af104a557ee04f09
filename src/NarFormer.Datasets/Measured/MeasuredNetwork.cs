namespace NarFormer.Datasets.Measured;

/// <summary>A network file with its measured latency.</summary>
/// <param name="Place">Where it stands, for messages: <c>few.csv:3</c>.</param>
/// <param name="Path">The path of the ONNX file.</param>
/// <param name="LatencyMs">The latency in ms.</param>
public sealed record MeasuredNetwork(string Place, string Path, double LatencyMs)
{
    /// <summary>The full name of the platform; null if the file does not say.</summary>
    public string? Platform { get; init; }

    /// <summary>The batch that was measured, or <see langword="null"/> for that of the file.</summary>
    public long? Batch { get; init; }

    /// <summary>The named dimensions that were measured.</summary>
    public IReadOnlyDictionary<string, long> Dimensions { get; init; } = new Dictionary<string, long>();
}
