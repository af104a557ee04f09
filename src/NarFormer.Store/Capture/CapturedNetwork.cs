using NarFormer.Graphs;
using NarFormer.Graphs.Costs;

namespace NarFormer.Store;

/// <summary>A network that was read for the store.</summary>
/// <param name="Network">What the store keeps of it in its table.</param>
/// <param name="Graph">The network.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Model">The ONNX model without the values of its weights; <see cref="StoredModel"/> reads it again.</param>
public sealed record CapturedNetwork(StoredNetwork Network, NetworkGraph Graph, NetworkCost Cost, byte[] Model)
{
    /// <summary>The network with <paramref name="measurements"/>, to be imported.</summary>
    public StoreEntry With(params IReadOnlyList<StoredMeasurement> measurements) => new(Network, Model) { Measurements = measurements };
}
