namespace NarFormer.Measurement.Profiling;

/// <summary>A kernel and the operations of the network that it took the place of.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Nodes">The places of the operations in the network, ascending; empty for a kernel that the runtime added, such as a change of layout.</param>
public sealed record KernelGroup(KernelTime Kernel, IReadOnlyList<int> Nodes);
