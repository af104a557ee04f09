namespace NarFormer.Graphs;

/// <summary>A neural network as a directed acyclic graph of operations with resolved shapes.</summary>
public sealed class NetworkGraph
{
    /// <summary>Creates a graph.</summary>
    /// <param name="name">What to call the network, usually its file name.</param>
    /// <param name="opset">The version of the ONNX standard operator set.</param>
    /// <param name="inputs">The tensors that the caller gives.</param>
    /// <param name="outputs">The tensors that the caller receives.</param>
    /// <param name="nodes">The operations, every one after those it reads from.</param>
    /// <param name="warnings">What a user should know of how the network was read.</param>
    /// <exception cref="ArgumentException">A tensor is made by two nodes, or read before it is made.</exception>
    public NetworkGraph(
        string name,
        long opset,
        IReadOnlyList<NetworkTensor> inputs,
        IReadOnlyList<NetworkTensor> outputs,
        IReadOnlyList<NetworkNode> nodes,
        IReadOnlyList<string> warnings)
    {
        Name = name;
        Opset = opset;
        Inputs = inputs;
        Outputs = outputs;
        Nodes = nodes;
        Warnings = warnings;
        Edges = EdgesOf(nodes);
    }

    /// <summary>What to call the network, usually its file name.</summary>
    public string Name { get; }

    /// <summary>The version of the ONNX standard operator set.</summary>
    public long Opset { get; }

    /// <summary>The tensors that the caller gives.</summary>
    public IReadOnlyList<NetworkTensor> Inputs { get; }

    /// <summary>The tensors that the caller receives.</summary>
    public IReadOnlyList<NetworkTensor> Outputs { get; }

    /// <summary>The operations in topological order.</summary>
    public IReadOnlyList<NetworkNode> Nodes { get; }

    /// <summary>What a user should know of how the network was read.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Which node reads from which, each pair once, ordered by target and then by input.</summary>
    public IReadOnlyList<NetworkEdge> Edges { get; }

    private static List<NetworkEdge> EdgesOf(IReadOnlyList<NetworkNode> nodes)
    {
        var producers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (var output in nodes[i].Outputs)
            {
                if (output is not null && !producers.TryAdd(output.Name, i))
                    throw new ArgumentException($"tensor '{output.Name}' is made by two nodes: {nodes[producers[output.Name]]} and {nodes[i]}", nameof(nodes));
            }
        }

        var edges = new List<NetworkEdge>(nodes.Count);
        var seen = new HashSet<NetworkEdge>();
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (var input in nodes[i].Inputs)
            {
                if (input is null || !producers.TryGetValue(input.Name, out int source)) continue;
                if (source >= i)
                    throw new ArgumentException($"{nodes[i]} reads tensor '{input.Name}' before {nodes[source]} makes it", nameof(nodes));
                var edge = new NetworkEdge(source, i);
                if (seen.Add(edge)) edges.Add(edge);
            }
        }

        return edges;
    }
}
