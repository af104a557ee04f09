namespace NarFormer.Graphs.Costs;

/// <summary>
/// What a network costs, by the convention of docs/costs.md: one MAC is two FLOPs, the batch is included, and no number
/// depends on a machine. Totals stay at <see cref="long.MaxValue"/> where they would exceed it.
/// </summary>
public sealed class NetworkCost
{
    private NetworkCost(NodeCost[] nodes) => Nodes = nodes;

    /// <summary>Multiply-accumulate operations.</summary>
    public long Macs { get; private set; }

    /// <summary>Floating-point operations: two for each MAC, and the work that is not MACs.</summary>
    public long Flops { get; private set; }

    /// <summary>Elements of all weights, each weight once.</summary>
    public long Parameters { get; private set; }

    /// <summary>Bytes of all weights, each weight once.</summary>
    public long WeightBytes { get; private set; }

    /// <summary>Bytes that all nodes move if there were no cache.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>The most bytes of activations that live at once; weights are not among them.</summary>
    public long PeakActivationBytes { get; private set; }

    /// <summary>The cost of each node, in the order of <see cref="NetworkGraph.Nodes"/>.</summary>
    public IReadOnlyList<NodeCost> Nodes { get; }

    /// <summary>Nodes with an input or output whose size is not known; what depends on it is counted as 0.</summary>
    public int NodesWithoutShape { get; private set; }

    /// <summary>Operators whose work is not known and counted as 0, as <c>domain::name</c> outside the standard; each once.</summary>
    public IReadOnlyList<string> UnknownOperators { get; private set; } = [];

    /// <summary>Counts what <paramref name="graph"/> costs.</summary>
    public static NetworkCost Of(NetworkGraph graph)
    {
        var nodes = new NodeCost[graph.Nodes.Count];
        var total = new NetworkCost(nodes) { PeakActivationBytes = PeakActivation.BytesOf(graph) };
        var weights = new HashSet<string>(StringComparer.Ordinal);
        SortedSet<string>? unknown = null;
        for (int i = 0; i < nodes.Length; i++)
        {
            var node = graph.Nodes[i];
            var rule = OperatorWork.RuleOf(node);
            if (rule is null) (unknown ??= new(StringComparer.Ordinal)).Add(node.QualifiedOperator);
            nodes[i] = total.Add(node, rule?.Invoke(node) ?? default, weights);
        }

        if (unknown is not null) total.UnknownOperators = [.. unknown];
        return total;
    }

    private NodeCost Add(NetworkNode node, Work work, HashSet<string> weights)
    {
        long parameters = 0, weightBytes = 0, inputBytes = 0, outputBytes = 0;
        bool unknown = false;
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (node.Inputs[i] is not { } input || IsRepeated(node.Inputs, i)) continue;
            unknown |= input.ElementCount is null;
            if (!Costs.Weights.IsWeight(node, i))
            {
                inputBytes = Saturating.Sum(inputBytes, input.ByteCount ?? 0);
                continue;
            }

            long elements = input.ElementCount ?? 0, bytes = input.ByteCount ?? 0;
            parameters = Saturating.Sum(parameters, elements);
            weightBytes = Saturating.Sum(weightBytes, bytes);
            if (!weights.Add(input.Name)) continue;
            Parameters = Saturating.Sum(Parameters, elements);
            WeightBytes = Saturating.Sum(WeightBytes, bytes);
        }

        foreach (var output in node.Outputs)
        {
            if (output is null) continue;
            unknown |= output.ElementCount is null;
            outputBytes = Saturating.Sum(outputBytes, output.ByteCount ?? 0);
        }

        if (unknown) NodesWithoutShape++;
        long unread = node.Inputs is [{ ByteCount: { } whole }, ..] ? whole - LookUp.BytesRead(node, whole, outputBytes) : 0;
        var cost = new NodeCost(work.Macs, work.Flops, parameters, weightBytes, inputBytes, outputBytes)
        {
            MemoryBytes = Saturating.Sum(Saturating.Sum(weightBytes, inputBytes) - unread, outputBytes),
        };
        Macs = Saturating.Sum(Macs, cost.Macs);
        Flops = Saturating.Sum(Flops, cost.Flops);
        MemoryBytes = Saturating.Sum(MemoryBytes, cost.MemoryBytes);
        return cost;
    }

    private static bool IsRepeated(IReadOnlyList<NetworkTensor?> inputs, int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (inputs[i]?.Name == inputs[index]!.Name) return true;
        }

        return false;
    }
}
