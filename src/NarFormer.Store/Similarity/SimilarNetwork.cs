namespace NarFormer.Store;

/// <summary>A network that lies near another.</summary>
/// <param name="Hash">The network.</param>
/// <param name="Distance">How far it is: the Euclidean distance of the vectors.</param>
public sealed record SimilarNetwork(string Hash, float Distance);
