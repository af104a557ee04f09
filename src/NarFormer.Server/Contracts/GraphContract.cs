namespace NarFormer.Server.Contracts;

/// <summary>The graph of a network.</summary>
/// <param name="Nodes">The operations, every one after those it reads from.</param>
/// <param name="Edges">Which tensor goes from which operation to which.</param>
/// <param name="Explanation">Whose prediction the parts and shares of the nodes are of; null where no predictor tells them.</param>
public sealed record GraphContract(IReadOnlyList<GraphNodeContract> Nodes, IReadOnlyList<GraphEdgeContract> Edges, ExplanationContract? Explanation);
