namespace NarFormer.Explanations;

/// <summary>The part of a prediction that all nodes of one operator have.</summary>
/// <param name="Operator">The operator, with its domain before it if that is not the standard one.</param>
/// <param name="Nodes">How many nodes have it.</param>
/// <param name="Value">Their part in the unit of the prediction, above 0.</param>
/// <param name="Share">Their part of the whole; all parts sum to 1.</param>
public sealed record OperatorContribution(string Operator, int Nodes, double Value, double Share);
