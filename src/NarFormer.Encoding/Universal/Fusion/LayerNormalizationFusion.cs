namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>Layer normalisation from its parts, and with the sum before it.</summary>
internal static class LayerNormalizationFusion
{
    /// <summary>Joins the parts around <paramref name="node"/>, if it is a layer normalisation or the root in one.</summary>
    public static void Join(KernelGroups groups, NodeView node)
    {
        if (!groups.IsAlone(node)) return;
        if (node.Node.Operator == "Sqrt") JoinParts(groups, node);
        else if (node.Node.Operator == "LayerNormalization" && node.Producers is [{ IsReadOnce: true } sum, ..]) JoinSum(groups, groups.Of(node), sum);
    }

    // d = x − mean(x); d / √(mean(d²) + ε), then · scale and + bias
    private static void JoinParts(KernelGroups groups, NodeView root)
    {
        if (root.Producers is not [{ Node.Operator: "Add", DataInputs: 1 } plusEpsilon]) return;
        if (plusEpsilon.Producers is not [{ Node.Operator: "ReduceMean" } variance]) return;
        if (variance.Producers is not [{ Node.Operator: "Pow" or "Mul" } square, ..]) return;
        if (square.Producers is not [{ Node.Operator: "Sub" } deviation, ..]) return;
        if (deviation.Producers.FirstOrDefault(p => p.Node.Operator == "ReduceMean") is not { } mean) return;
        if (root.Consumer is not { Node.Operator: "Div" } quotient || !quotient.Producers.Contains(deviation)) return;
        NodeView[] parts = [mean, deviation, square, variance, plusEpsilon, root, quotient];
        if (parts.Distinct().Count() < parts.Length || !parts.All(groups.IsAlone)) return;

        var group = groups.Of(quotient);
        foreach (var part in parts[..^1]) groups.Take(group, part, FusedWork.LayerNormalization);
        if (group.FreeReader(groups) is { Node.Operator: "Mul", DataInputs: 1 } scale) groups.Append(group, scale, FusedWork.LayerNormalization);
        if (group.FreeReader(groups) is { Node.Operator: "Add", DataInputs: 1 } shift) groups.Append(group, shift, FusedWork.LayerNormalization);
        if (mean.Producers is [var sum] && sum.Readers.All(r => r == mean || r == deviation) && !sum.IsGraphOutput) JoinSum(groups, group, sum);
    }

    private static void JoinSum(KernelGroups groups, KernelGroup group, NodeView sum)
    {
        bool isSkip = sum.Node.Operator == "Add" && groups.IsAlone(sum)
            && sum is { FirstInput.Shape: { Rank: >= 2 } first, SecondInput.Shape: { Rank: >= 2 } second } && first[-1] == second[-1] && first[-2] == second[-2];
        if (isSkip) groups.Take(group, sum, FusedWork.SkipNormalization);
    }
}
