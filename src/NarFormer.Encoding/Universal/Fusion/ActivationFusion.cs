namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>Activations that a convolution or matrix product applies to its own output.</summary>
internal static class ActivationFusion
{
    /// <summary>Joins the activation after <paramref name="node"/>, if it is a convolution or matrix product.</summary>
    public static void Join(KernelGroups groups, NodeView node)
    {
        var group = groups.Of(node);
        bool applies = node.Node.Operator is "Conv" or "Gemm" || (group.Work.HasFlag(FusedWork.Bias) && node.Output?.Shape is { Rank: 2 });
        if (applies && group.Leader == node && group.FreeReader(groups) is { } reader && IsApplied(reader)) groups.Append(group, reader, FusedWork.Activation);
    }

    /// <summary>Whether <paramref name="node"/> is an activation that products can apply.</summary>
    public static bool IsApplied(NodeView node) =>
        node.Node.Operator is "Relu" or "Sigmoid" or "Tanh" or "LeakyRelu" or "Clip" or "HardSigmoid" or "HardSwish";
}
