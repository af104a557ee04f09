namespace NarFormer.Measurement.Profiling;

/// <summary>How long a kernel of an optimised network takes.</summary>
/// <param name="Node">The node of the optimised graph.</param>
/// <param name="Operator">Its operator, that of a fusion among them, for example <c>FusedConv</c>.</param>
/// <param name="Inputs">The shapes of its inputs, weights included.</param>
/// <param name="Outputs">The shapes of its outputs.</param>
/// <param name="Microseconds">The fastest run.</param>
public sealed record KernelTime(string Node, string Operator, IReadOnlyList<long[]> Inputs, IReadOnlyList<long[]> Outputs, double Microseconds);
