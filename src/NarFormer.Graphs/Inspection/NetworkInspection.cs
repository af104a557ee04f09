using NarFormer.Graphs.Costs;

namespace NarFormer.Graphs.Inspection;

/// <summary>What a network is made of and what it costs.</summary>
/// <param name="Graph">The network.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Operators">How many nodes each operator has, the most frequent first.</param>
/// <param name="Warnings">What the user should know of these figures.</param>
public sealed record NetworkInspection(
    NetworkGraph Graph,
    NetworkCost Cost,
    IReadOnlyList<KeyValuePair<string, int>> Operators,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Inspects <paramref name="graph"/>.</summary>
    public static NetworkInspection Of(NetworkGraph graph)
    {
        var cost = NetworkCost.Of(graph);
        var operators = graph.Nodes
            .CountBy(node => node.QualifiedOperator)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal);
        var warnings = new List<string>(graph.Warnings);
        if (cost.NodesWithoutShape > 0)
            warnings.Add($"{cost.NodesWithoutShape} of {graph.Nodes.Count} nodes have an input or output of unknown size, which counts as 0");
        return new NetworkInspection(graph, cost, [.. operators], warnings);
    }
}
