using NarFormer.Graphs;

namespace NarFormer.Encoding.Paper;

/// <summary>
/// A network as the published encoder sees it: one node per tensor that a node makes, and one for every network input or
/// stored value that feeds a data slot. Weights, biases, statistics and target shapes are no nodes where they are stored;
/// where a node makes them, even an Identity, they are.
/// </summary>
internal sealed class PaperGraph
{
    private PaperGraph(IReadOnlyList<PaperNode> nodes, IReadOnlyList<NetworkEdge> edges)
    {
        Nodes = nodes;
        Edges = edges;
    }

    /// <summary>The nodes in topological order, by generation.</summary>
    public IReadOnlyList<PaperNode> Nodes { get; }

    /// <summary>Which node reads from which, each pair once.</summary>
    public IReadOnlyList<NetworkEdge> Edges { get; }

    /// <summary>The view of <paramref name="graph"/>, which was read without folding constants.</summary>
    public static PaperGraph Of(NetworkGraph graph)
    {
        var links = new TensorLinks();
        var made = new Dictionary<string, PaperNode>(StringComparer.Ordinal);
        var stored = new Dictionary<string, TensorShape?>(StringComparer.Ordinal);
        var makers = graph.Nodes.SelectMany(n => n.Outputs).OfType<NetworkTensor>().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            foreach (var input in node.Inputs)
            {
                if (input is not null && !makers.Contains(input.Name)) stored[input.Name] = input.Shape;
            }

            if (node is { Operator: "Constant", Outputs: [{ } value] }) stored[value.Name] = value.Shape;
            var weight = node.Inputs.Count > 1 && node.Inputs[1] is { } second && stored.TryGetValue(second.Name, out var shape) ? shape : null;
            foreach (var output in node.Outputs.OfType<NetworkTensor>())
            {
                links.Add(output.Name);
                made[output.Name] = new PaperNode(output.Name, node.Operator, node, output.Shape, weight);
            }

            foreach (var input in DataInputs(node, stored))
            {
                foreach (var output in node.Outputs.OfType<NetworkTensor>()) links.Connect(input.Name, output.Name);
            }
        }

        links.Remove(name => links.ReadsNothing(name) && !(links.IsRead(name) && stored.ContainsKey(name)));
        var order = links.InGenerations();
        var places = order.Select((name, place) => (name, place)).ToDictionary(p => p.name, p => p.place, StringComparer.Ordinal);
        return new PaperGraph(
            [.. order.Select(n => stored.TryGetValue(n, out var shape) ? new PaperNode(n, PaperNode.Input, null, shape, null) : made[n])],
            [.. order.SelectMany(n => links.Readers(n).Select(r => new NetworkEdge(places[n], places[r])))]);
    }

    private static IEnumerable<NetworkTensor> DataInputs(NetworkNode node, Dictionary<string, TensorShape?> stored)
    {
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (node.Inputs[i] is not { } input) continue;
            bool isData = node.Operator switch
            {
                "Conv" or "ConvTranspose" or "Gemm" => i == 0 || (i == 1 && !stored.ContainsKey(input.Name)),
                "BatchNormalization" or "InstanceNormalization" or "Reshape" => i == 0 || !stored.ContainsKey(input.Name),
                _ => true,
            };
            if (isData) yield return input;
        }
    }
}
