namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>Functions that exporters write in parts: Gelu with Erf, Swish as a value times its sigmoid.</summary>
internal static class ElementwisePatterns
{
    /// <summary>Joins the parts around <paramref name="node"/>, if it is the heart of one of them.</summary>
    public static void Join(KernelGroups groups, NodeView node)
    {
        if (!groups.IsAlone(node)) return;
        if (node.Node.Operator == "Erf") JoinGelu(groups, node);
        else if (node.Node.Operator == "Sigmoid") JoinSwish(groups, node);
    }

    // x / √2 → Erf → + 1 → · x → · ½, the last two in either order
    private static void JoinGelu(KernelGroups groups, NodeView erf)
    {
        if (erf.Producers is not [{ IsReadOnce: true, DataInputs: 1, Node.Operator: "Div" or "Mul" } scale]) return;
        if (Reader(groups, erf, "Add") is not { DataInputs: 1 } plusOne) return;
        if (Reader(groups, plusOne, "Mul") is not { } product) return;
        NodeView last;
        NodeView? before = null;
        if (Reader(groups, product, "Mul") is { } next && (product.DataInputs == 1) != (next.DataInputs == 1)) last = next;
        else if (product.Producers.FirstOrDefault(p => p != plusOne && p is { Node.Operator: "Mul", DataInputs: 1, IsReadOnce: true } && groups.IsAlone(p)) is { } half) (last, before) = (product, half);
        else return;
        if (!groups.IsAlone(scale)) return;
        var group = groups.Of(last);
        foreach (var part in (NodeView?[])[scale, erf, plusOne, last == product ? null : product, before])
        {
            if (part is not null) groups.Take(group, part, FusedWork.Gelu);
        }
    }

    private static void JoinSwish(KernelGroups groups, NodeView sigmoid)
    {
        if (Reader(groups, sigmoid, "Mul") is { } product && product.Node.Inputs.Any(i => i?.Name == sigmoid.FirstInput?.Name))
        {
            groups.Take(groups.Of(product), sigmoid, FusedWork.Swish);
        }
    }

    private static NodeView? Reader(KernelGroups groups, NodeView node, string name) =>
        node is { IsReadOnce: true, Consumer: { } reader } && reader.Node.Operator == name && groups.IsAlone(reader) ? reader : null;
}
