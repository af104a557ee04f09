using NarFormer.Graphs;

namespace NarFormer.Encoding.Paper;

/// <summary>A node of the published graph: one tensor, made by an operator or given.</summary>
/// <param name="Name">The name of the tensor.</param>
/// <param name="Type">The operator that makes it, or <see cref="Input"/>.</param>
/// <param name="Source">The node that makes it; <see langword="null"/> for an input.</param>
/// <param name="Shape">The tensor's shape.</param>
/// <param name="StoredWeight">The shape of the second input where it is stored in the file, as the weight of a convolution is.</param>
internal sealed record PaperNode(string Name, string Type, NetworkNode? Source, TensorShape? Shape, TensorShape? StoredWeight)
{
    /// <summary>The type of the network's inputs and of stored values that feed a data slot.</summary>
    public const string Input = "Input";
}
