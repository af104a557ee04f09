namespace NarFormer.Store;

/// <summary>A network with what is known about it, to be stored as a whole or not at all.</summary>
/// <param name="Network">The network.</param>
/// <param name="Model">The ONNX model without the values of its weights.</param>
public sealed record StoreEntry(StoredNetwork Network, ReadOnlyMemory<byte> Model)
{
    /// <summary>What was measured of it.</summary>
    public IReadOnlyList<StoredMeasurement> Measurements { get; init; } = [];

    /// <summary>What was predicted for it.</summary>
    public IReadOnlyList<StoredPrediction> Predictions { get; init; } = [];

    /// <summary>The vector that each predictor gives it, <c>[hidden]</c>, by predictor.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<float>> Vectors { get; init; } = new Dictionary<string, ReadOnlyMemory<float>>();
}
