namespace NarFormer.Training.Explanations;

/// <summary>A kernel of the runtime's profile beside what the predictor says of the operations that it took the place of.</summary>
/// <param name="Kernel">The node of the optimised graph.</param>
/// <param name="Operator">Its operator.</param>
/// <param name="Nodes">The names of the operations that it took the place of; none if the runtime added it.</param>
/// <param name="ProfileMs">How long it took.</param>
/// <param name="PredictedMs">The sum of the predicted parts of its operations.</param>
public sealed record ExplainedKernel(string Kernel, string Operator, IReadOnlyList<string> Nodes, double ProfileMs, double PredictedMs);
