using NarFormer.Onnx.Schema;

namespace NarFormer.Measurement.Profiling;

/// <summary>A network as ONNX Runtime runs it.</summary>
/// <param name="Kernels">Its kernels in the order in which they ran first, each with its fastest run.</param>
/// <param name="Optimized">The graph after all optimisations, without weights; its nodes are the kernels.</param>
public sealed record ProfiledNetwork(IReadOnlyList<KernelTime> Kernels, ModelProto Optimized);
