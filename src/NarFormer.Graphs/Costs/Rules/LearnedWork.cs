using System.Numerics;

namespace NarFormer.Graphs.Costs.Rules;

/// <summary>Classical learners of <c>ai.onnx.ml</c> over <c>[rows, features]</c>, whose numbers are attributes.</summary>
internal static class LearnedWork
{
    /// <summary>Every coefficient is a MAC for each row.</summary>
    public static Work Linear(NetworkNode node) => new(Saturating.Product(Rows(node), Count(node, "coefficients")), 0);

    /// <summary>Every element of a support vector and every coefficient is a MAC for each row.</summary>
    public static Work SupportVectors(NetworkNode node) =>
        new(Saturating.Product(Rows(node), Count(node, "support_vectors") + Count(node, "coefficients")), 0);

    /// <summary>A row goes down every tree: one comparison for each level of balanced trees of the same size.</summary>
    public static Work Trees(NetworkNode node)
    {
        var owners = node.Integers("nodes_treeids");
        long nodes = owners.Count > 0 ? owners.Count : node.Integers("nodes_featureids").Count;
        long trees = Math.Max(1, owners.Count > 0 ? owners.Distinct().Count() : node.Integers("tree_roots").Count);
        return new Work(0, Saturating.Product(Rows(node), trees, BitOperations.Log2((ulong)(nodes / trees + 1))));
    }

    private static long Rows(NetworkNode node) => node.InputDimensions(0) is [var rows, _] ? rows : 1;

    private static long Count(NetworkNode node, string attribute) =>
        node.Attributes.TryGetValue(attribute, out var value) && value is AttributeValue.Floats floats ? floats.Values.Count : 0;
}
