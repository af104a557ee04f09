namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>Scales and transpositions that a product of two matrices takes in.</summary>
internal static class ProductFusion
{
    /// <summary>Joins what stands around <paramref name="node"/>, if it is a matrix product without a bias.</summary>
    public static void Join(KernelGroups groups, NodeView node)
    {
        if (node.Node.Operator != "MatMul" || !groups.IsAlone(node)) return;
        var group = groups.Of(node);
        if (group.FreeReader(groups) is { } reader && IsScale(reader)) groups.Append(group, reader, FusedWork.Scale);
        foreach (var producer in node.Producers)
        {
            if (!producer.IsReadOnce || !groups.IsAlone(producer)) continue;
            if (IsScale(producer)) groups.Take(group, producer, FusedWork.Scale);
            else if (SwapsLastTwo(producer)) groups.Take(group, producer, FusedWork.Transposition);
        }
    }

    private static bool IsScale(NodeView node) =>
        node is { Node.Operator: "Mul" or "Div", DataInputs: 1, ConstantInputs: 1, HasOverridable: false }
        && node.Node.Inputs.Any(i => i is { Kind: Graphs.TensorKind.Constant, ElementCount: 1 });

    private static bool SwapsLastTwo(NodeView node)
    {
        if (node.Node.Operator != "Transpose") return false;
        var order = node.Node.Integers("perm");
        int rank = order.Count;
        if (rank < 2) return false;
        for (int i = 0; i < rank - 2; i++)
        {
            if (order[i] != i) return false;
        }

        return order[rank - 1] == rank - 2 && order[rank - 2] == rank - 1;
    }
}
