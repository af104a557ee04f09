using NarFormer.Graphs;

namespace NarFormer.Explanations;

/// <summary>The part of a prediction that one node has.</summary>
/// <param name="Index">The node's place in the network.</param>
/// <param name="Node">The node.</param>
/// <param name="Value">Its part in the unit of the prediction, above 0.</param>
/// <param name="Share">Its part of the whole; all parts sum to 1.</param>
public sealed record NodeContribution(int Index, NetworkNode Node, double Value, double Share);
