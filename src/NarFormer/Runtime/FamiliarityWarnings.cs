using System.Globalization;
using NarFormer.Encoding;
using NarFormer.Familiarity;
using NarFormer.Graphs;

namespace NarFormer.Runtime;

/// <summary>Says in words why a network is unlike the training data.</summary>
internal static class FamiliarityWarnings
{
    private const int MostOperators = 5;

    /// <summary>The reasons of <paramref name="finding"/>; none if the network is familiar.</summary>
    public static IReadOnlyList<string> Of(FamiliarityFinding finding, EncodedNetwork network, NetworkGraph? graph)
    {
        var reasons = new List<string>();
        if (finding.StrangeNodes.Count > 0)
            reasons.Add($"unlike the training data: {finding.StrangeNodes.Count} of {network.NodeCount} nodes have features it never had{OperatorsOf(finding, network, graph)}");
        if (finding.StrangeTotals)
            reasons.Add("unlike the training data: the network's size or make-up lies outside its range");
        if (finding.EmbeddingDistance > 1)
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"unlike the training data: {finding.EmbeddingDistance:0.0#} times as far from it as familiar networks"));
        return reasons;
    }

    // Not every encoding has one row for each node of the network.
    private static string OperatorsOf(FamiliarityFinding finding, EncodedNetwork network, NetworkGraph? graph)
    {
        if (graph is null || graph.Nodes.Count != network.NodeCount) return "";
        string[] operators = [.. finding.StrangeNodes.Select(n => graph.Nodes[n].Operator).Distinct(StringComparer.Ordinal)];
        return $" ({string.Join(", ", operators.Take(MostOperators))}{(operators.Length > MostOperators ? ", …" : "")})";
    }
}
