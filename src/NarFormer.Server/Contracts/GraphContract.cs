namespace NarFormer.Server.Contracts;

/// <summary>The graph of a network.</summary>
/// <param name="Nodes">The operations, every one after those it reads from.</param>
/// <param name="Edges">Which tensor goes from which operation to which.</param>
public sealed record GraphContract(IReadOnlyList<GraphNodeContract> Nodes, IReadOnlyList<GraphEdgeContract> Edges);
