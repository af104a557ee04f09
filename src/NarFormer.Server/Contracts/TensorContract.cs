namespace NarFormer.Server.Contracts;

/// <summary>A tensor of a network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements, for example <c>float32</c>.</param>
/// <param name="Shape">Its dimensions, outermost first; one that is not known is null, and so is the whole where not even the rank is known.</param>
/// <param name="Kind"><c>input</c>, <c>constant</c> (a weight) or <c>computed</c>.</param>
public sealed record TensorContract(string Name, string Type, IReadOnlyList<long?>? Shape, string Kind);
