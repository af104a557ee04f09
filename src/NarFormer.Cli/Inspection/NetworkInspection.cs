using NarFormer.Graphs;
using NarFormer.Graphs.Costs;

namespace NarFormer.Cli.Inspection;

/// <summary>What <c>narformer inspect</c> says of one file.</summary>
/// <param name="File">The path as the user gave it or as it was found.</param>
/// <param name="Graph">The network.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Operators">How many nodes each operator has, the most frequent first.</param>
/// <param name="Warnings">What the user should know of these figures.</param>
internal sealed record NetworkInspection(
    string File,
    NetworkGraph Graph,
    NetworkCost Cost,
    IReadOnlyList<KeyValuePair<string, int>> Operators,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Inspects <paramref name="graph"/>, read from <paramref name="file"/>.</summary>
    public static NetworkInspection Of(string file, NetworkGraph graph)
    {
        var cost = NetworkCost.Of(graph);
        var operators = graph.Nodes
            .CountBy(node => node.QualifiedOperator)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal);
        var warnings = new List<string>(graph.Warnings);
        if (cost.NodesWithoutShape > 0)
            warnings.Add($"{cost.NodesWithoutShape} of {graph.Nodes.Count} nodes have an input or output of unknown size, which counts as 0");
        return new NetworkInspection(file, graph, cost, [.. operators], warnings);
    }
}
