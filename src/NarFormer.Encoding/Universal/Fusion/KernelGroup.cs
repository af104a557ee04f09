namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>Operations that run as one kernel.</summary>
internal sealed class KernelGroup(NodeView leader)
{
    /// <summary>The operation that does the work.</summary>
    public NodeView Leader { get; } = leader;

    /// <summary>The operation whose output the kernel gives.</summary>
    public NodeView Last { get; set; } = leader;

    /// <summary>How many operations there are.</summary>
    public int Size { get; set; } = 1;

    /// <summary>What joined them.</summary>
    public FusedWork Work { get; set; }

    /// <summary>The only reader of the output that is not joined to anything yet, if there is one.</summary>
    public NodeView? FreeReader(KernelGroups groups) =>
        Last is { IsReadOnce: true, Consumer: { } reader } && groups.Of(reader).Size == 1 ? reader : null;
}
