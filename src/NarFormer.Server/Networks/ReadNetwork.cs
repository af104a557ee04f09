using NarFormer.Graphs.Inspection;

namespace NarFormer.Server.Networks;

/// <summary>A network as it was read.</summary>
/// <param name="Hash">What it is called here.</param>
/// <param name="Model">The ONNX model without the values of its weights.</param>
/// <param name="Inspection">What it is made of and what it costs.</param>
internal sealed record ReadNetwork(string Hash, byte[] Model, NetworkInspection Inspection);
