namespace NarFormer.Store;

/// <summary>A network that the store knows.</summary>
/// <param name="Hash">What the network is called in the store: see <see cref="CanonicalHash"/>.</param>
/// <param name="Name">What people call it: the name of the file that brought it first.</param>
/// <param name="Family">The family that it belongs to, for example <c>resnet</c>, if that is known.</param>
/// <param name="Nodes">Operations.</param>
/// <param name="Macs">Multiply-accumulate operations of one run, batch included.</param>
/// <param name="Parameters">Stored weights.</param>
/// <param name="WeightBytes">Bytes of the stored weights.</param>
/// <param name="AddedAt">When the store saw it first.</param>
public sealed record StoredNetwork(string Hash, string Name, string? Family, int Nodes, long Macs, long Parameters, long WeightBytes, DateTimeOffset AddedAt);
