namespace NarFormer.Store;

/// <summary>A network with what is known about it, to be stored as a whole or not at all.</summary>
/// <param name="Network">The network.</param>
/// <param name="Model">The ONNX model without the values of its weights.</param>
public sealed record StoreEntry(StoredNetwork Network, ReadOnlyMemory<byte> Model)
{
    /// <summary>What was measured of it.</summary>
    public IReadOnlyList<StoredMeasurement> Measurements { get; init; } = [];
}
