namespace NarFormer.Server.Contracts;

/// <summary>A tensor that goes from one operation to another.</summary>
/// <param name="From">The id of the operation that makes it.</param>
/// <param name="To">The id of the operation that reads it.</param>
/// <param name="Tensor">Its name.</param>
/// <param name="Shape">Its dimensions; see the shape of tensors.</param>
public sealed record GraphEdgeContract(int From, int To, string Tensor, IReadOnlyList<long?>? Shape);
