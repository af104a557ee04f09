namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>
/// Which operations of a network a runtime's optimiser is expected to run as one kernel, by the patterns that graph
/// runtimes share: constants into convolutions, activations and sums into products, Gelu, Swish and layer normalisation
/// from their parts.
/// </summary>
internal sealed class KernelGroups
{
    private readonly KernelGroup[] _groups;

    private KernelGroups(NodeView[] nodes) => _groups = [.. nodes.Select(n => new KernelGroup(n))];

    /// <summary>The groups of the network of <paramref name="nodes"/>, which come in the order of their edges.</summary>
    public static KernelGroups Of(NodeView[] nodes)
    {
        var groups = new KernelGroups(nodes);
        foreach (var node in nodes) ConstantFusion.Join(groups, node);
        foreach (var node in nodes) ElementwisePatterns.Join(groups, node);
        foreach (var node in nodes) LayerNormalizationFusion.Join(groups, node);
        foreach (var node in nodes) ActivationFusion.Join(groups, node);
        foreach (var node in nodes) ProductFusion.Join(groups, node);
        return groups;
    }

    /// <summary>The group of <paramref name="node"/>.</summary>
    public KernelGroup Of(NodeView node) => _groups[node.Index];

    /// <summary>Whether <paramref name="node"/> is joined to nothing.</summary>
    public bool IsAlone(NodeView node) => Of(node).Size == 1;

    /// <summary>Joins <paramref name="node"/>, which is alone, to <paramref name="group"/> as the operation whose output it gives.</summary>
    public void Append(KernelGroup group, NodeView node, FusedWork work)
    {
        Take(group, node, work);
        group.Last = node;
    }

    /// <summary>Joins <paramref name="node"/>, which is alone, to <paramref name="group"/> as a part of what it reads.</summary>
    public void Take(KernelGroup group, NodeView node, FusedWork work)
    {
        group.Work |= work;
        group.Size++;
        _groups[node.Index] = group;
    }
}
