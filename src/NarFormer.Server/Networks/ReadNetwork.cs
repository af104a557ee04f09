using NarFormer.Graphs.Inspection;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>A network as it was read.</summary>
/// <param name="Network">What the store keeps of it in its table.</param>
/// <param name="Inspection">What it is made of and what it costs.</param>
/// <param name="Model">The ONNX model without the values of its weights.</param>
internal sealed record ReadNetwork(StoredNetwork Network, NetworkInspection Inspection, byte[] Model);
