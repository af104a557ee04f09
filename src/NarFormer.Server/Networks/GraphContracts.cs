using System.Globalization;
using NarFormer.Explanations;
using NarFormer.Graphs;
using NarFormer.Graphs.Costs;
using NarFormer.Server.Contracts;

namespace NarFormer.Server.Networks;

/// <summary>Writes graphs as callers see them.</summary>
internal static class GraphContracts
{
    private const int LongestList = 64;

    /// <summary>The graph with what each node costs by MACs and bytes.</summary>
    public static GraphContract Of(NetworkGraph graph, NetworkCost cost)
    {
        double[] shares = CostShares.Of(cost);
        return new GraphContract([.. graph.Nodes.Select((node, id) => Of(node, id, cost.Nodes[id], shares[id], predicted: null))], [.. Edges(graph)], Explanation: null);
    }

    /// <summary>The graph with what each node costs by a predictor.</summary>
    public static GraphContract Of(NetworkGraph graph, NetworkCost cost, IReadOnlyList<NodeContribution> parts, ExplanationContract explanation) =>
        new([.. graph.Nodes.Select((node, id) => Of(node, id, cost.Nodes[id], parts[id].Share, parts[id].Value))], [.. Edges(graph)], explanation);

    private static GraphNodeContract Of(NetworkNode node, int id, NodeCost cost, double share, double? predicted) => new(
        id,
        node.Name,
        node.QualifiedOperator,
        node.Attributes.ToDictionary(a => a.Key, a => Text(a.Value), StringComparer.Ordinal),
        [.. node.Inputs.OfType<NetworkTensor>().Select(NetworkContracts.Of)],
        [.. node.Outputs.OfType<NetworkTensor>().Select(NetworkContracts.Of)],
        cost.Macs,
        cost.Parameters,
        cost.MemoryBytes,
        share,
        predicted);

    private static IEnumerable<GraphEdgeContract> Edges(NetworkGraph graph)
    {
        var makers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int id = 0; id < graph.Nodes.Count; id++)
        {
            foreach (var input in graph.Nodes[id].Inputs.OfType<NetworkTensor>().DistinctBy(t => t.Name))
            {
                if (makers.TryGetValue(input.Name, out int maker)) yield return new GraphEdgeContract(maker, id, input.Name, NetworkContracts.Of(input.Shape));
            }

            foreach (var output in graph.Nodes[id].Outputs.OfType<NetworkTensor>()) makers[output.Name] = id;
        }
    }

    private static string Text(AttributeValue value) => value switch
    {
        AttributeValue.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        AttributeValue.Float number => number.Value.ToString(CultureInfo.InvariantCulture),
        AttributeValue.Text text => text.Value,
        AttributeValue.Integers integers => List(integers.Values, i => i.ToString(CultureInfo.InvariantCulture)),
        AttributeValue.Floats floats => List(floats.Values, f => f.ToString(CultureInfo.InvariantCulture)),
        AttributeValue.Texts texts => List(texts.Values, t => t),
        _ => "",
    };

    private static string List<T>(IReadOnlyList<T> values, Func<T, string> text) =>
        $"[{string.Join(", ", values.Take(LongestList).Select(text))}{(values.Count > LongestList ? $", … {values.Count} in all" : "")}]";
}
