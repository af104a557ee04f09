using NarFormer.Graphs;

namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>
/// Which images a runtime is expected to keep in blocks of 16 channels, as it does around convolutions, and what it copies
/// where that begins and ends. Sums of two such images go into the convolution before them.
/// </summary>
internal sealed class ChannelLayouts
{
    /// <summary>Channels of a block.</summary>
    public const int Block = 16;

    private const int Alignment = 4;

    private readonly KernelGroups _groups;
    private readonly bool[] _blocked;
    private readonly double[] _read;
    private readonly double[] _given;

    private ChannelLayouts(KernelGroups groups, int nodes)
    {
        _groups = groups;
        _blocked = new bool[nodes];
        _read = new double[nodes];
        _given = new double[nodes];
    }

    /// <summary>The layouts of the network of <paramref name="nodes"/>, which come in the order of their edges; joins sums to convolutions in <paramref name="groups"/>.</summary>
    public static ChannelLayouts Of(NodeView[] nodes, KernelGroups groups)
    {
        var layouts = new ChannelLayouts(groups, nodes.Length);
        foreach (var node in nodes)
        {
            layouts._blocked[node.Index] = layouts.Keeps(node);
            if (layouts.IsBlocked(node)) layouts.JoinNeighbours(node);
        }

        int[] copiers = new int[nodes.Length]; // of each node's output
        foreach (var node in nodes)
        {
            if (node.Producers is [var maker] && layouts.CopiesInput(node)) copiers[maker.Index]++;
        }

        foreach (var node in nodes) layouts.CountCopies(node, copiers);
        return layouts;
    }

    /// <summary>Whether the output of <paramref name="node"/> is in blocks.</summary>
    public bool IsBlocked(NodeView node) => _blocked[node.Index];

    /// <summary>Bytes that are brought into blocks for <paramref name="node"/>; its share, where others read them too.</summary>
    public double ReadBytes(NodeView node) => _read[node.Index];

    /// <summary>Bytes that are brought from blocks into the usual order after <paramref name="node"/>.</summary>
    public double GivenBytes(NodeView node) => _given[node.Index];

    private bool Keeps(NodeView node)
    {
        if (node.Output?.Shape is not { Rank: 4 } || node.Output.ElementType != ElementType.Float32) return false;
        var group = _groups.Of(node);
        if (group.Leader != node && group.Leader.Index < node.Index) return _blocked[group.Leader.Index];
        if (group.Work is FusedWork.Gelu or FusedWork.Swish) return node.Producers.Any(IsBlocked);
        return node.Node.Operator switch
        {
            "Conv" => Suits(node),
            "Add" or "Sum" or "Mul" => AllBlocked(node) && SameShapes(node),
            "Concat" => node.Node.Integer("axis", 0) is 1 or -3 && AllBlocked(node) && node.Node.Inputs.All(i => i?.Shape is { Rank: 4 } s && s[1] % Block == 0),
            "Resize" or "Upsample" => AllBlocked(node) && node.Node.Text("mode", "nearest") is "nearest" or "linear",
            "MaxPool" or "AveragePool" or "GlobalAveragePool" or "GlobalMaxPool" => node.Output.Shape[1] % Block == 0,
            "BatchNormalization" => AllBlocked(node) && !node.HasOverridable,
            _ => ActivationFusion.IsApplied(node) && AllBlocked(node),
        };
    }

    private static bool Suits(NodeView node)
    {
        var product = node.Product;
        if (product.Rows == 0 || node.HasOverridable) return false;
        if (product is { IsDepthwise: true, Columns: 1 }) return product.Groups % Alignment == 0;
        if (product.Groups > 1) return product.InputChannels % Block == 0 && product.Columns % Block == 0;
        return product.InputChannels < Block || product.InputChannels % Alignment == 0;
    }

    private bool AllBlocked(NodeView node) => node.DataInputs == node.Producers.Count && node.Producers.Count > 0 && node.Producers.All(IsBlocked);

    private static bool SameShapes(NodeView node) => node.ConstantInputs == 0 && node.Node.Inputs.All(i => i?.Shape is { } shape && shape.Equals(node.Output!.Shape));

    /// <summary>Joins a sum to the first convolution that it reads and that can take it in, and to a normalisation, which runs as a convolution, its activation.</summary>
    private void JoinNeighbours(NodeView node)
    {
        if (!_groups.IsAlone(node)) return;
        if (node.Node.Operator == "BatchNormalization") JoinActivation(_groups.Of(node));
        if (node is not { Node.Operator: "Add" or "Sum", DataInputs: 2 }) return;
        foreach (var producer in node.Producers)
        {
            var group = _groups.Of(producer);
            bool takes = group.Leader.Node.Operator == "Conv" && group.Last == producer && producer.IsReadOnce && (group.Work & (FusedWork.Activation | FusedWork.Residual)) == FusedWork.None;
            if (!takes) continue;
            _groups.Append(group, node, FusedWork.Residual);
            JoinActivation(group);
            return;
        }
    }

    private void JoinActivation(KernelGroup group)
    {
        if (group.FreeReader(_groups) is { } reader && ActivationFusion.IsApplied(reader)) _groups.Append(group, reader, FusedWork.Activation);
    }

    private void CountCopies(NodeView node, int[] copiers)
    {
        if (IsBlocked(node))
        {
            bool leaves = node.IsGraphOutput || node.Readers.Any(r => _groups.Of(r) != _groups.Of(node) && (!IsBlocked(r) || ReadsUsualOrder(r)));
            if (leaves) _given[node.Index] = node.Output?.ByteCount ?? 0;
        }

        if (!CopiesInput(node)) return;
        int sharers = node.Producers is [var maker] ? copiers[maker.Index] : 1;
        _read[node.Index] = (double)(node.FirstInput?.ByteCount ?? 0) / sharers;
    }

    private bool CopiesInput(NodeView node)
    {
        if (!IsBlocked(node) || _groups.Of(node).Leader != node || (node.Producers is [var source] && IsBlocked(source))) return false;
        return node.DataInputs == 1 && !ReadsUsualOrder(node);
    }

    private static bool ReadsUsualOrder(NodeView node) => node.IsConvolution && !node.Product.IsDepthwise && node.Product.InputChannels < Block;
}
