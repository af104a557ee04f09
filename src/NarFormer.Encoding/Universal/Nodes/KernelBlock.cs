using NarFormer.Encoding.Universal.Fusion;

namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>The kernel that the node is expected to run in: whether it leads or joins it, how many nodes it takes in, and what joined them.</summary>
internal sealed class KernelBlock : IFeatureBlock<NodeView>
{
    private static readonly FusedWork[] Works = [.. Enum.GetValues<FusedWork>().Where(w => w != FusedWork.None)];

    public IReadOnlyList<string> Names { get; } =
        ["kernel.leads", "kernel.joins", "kernel.size", .. Works.Select(w => $"kernel.{char.ToLowerInvariant(w.ToString()[0])}{w.ToString()[1..]}")];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var group = subject.Graph.Kernels.Of(subject);
        row.Add(group.Size > 1 && group.Leader == subject);
        row.Add(group.Leader != subject);
        row.Add(LogScale.Small(group.Size - 1));
        foreach (var work in Works) row.Add(group.Work.HasFlag(work));
    }
}
