using NarFormer.Encoding;
using NarFormer.Graphs;

namespace NarFormer.Explanations;

/// <summary>
/// Where the predicted value of a network comes from, for predictors that sum costs of nodes
/// (<see cref="Architecture.ReadoutKind.SumOfNodeCosts"/>). The parts say what the predictor counts for each node, not what was
/// measured of it: training sees whole networks.
/// </summary>
public sealed record Explanation
{
    /// <summary>How far the sum of 32-bit floats may lie from the value, relative to it.</summary>
    private const double Rounding = 1e-3;

    private Explanation(Prediction prediction, IReadOnlyList<NodeContribution> nodes)
    {
        Prediction = prediction;
        Nodes = nodes;
        Operators =
        [
            .. nodes.GroupBy(n => n.Node.QualifiedOperator, StringComparer.Ordinal)
                .Select(g => new OperatorContribution(g.Key, g.Count(), g.Sum(n => n.Value), g.Sum(n => n.Share)))
                .OrderByDescending(o => o.Value).ThenBy(o => o.Operator, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is explained.</summary>
    public Prediction Prediction { get; }

    /// <summary>The part of each node, in the order of the network, <c>[nodes]</c>; they add up to the predicted value.</summary>
    public IReadOnlyList<NodeContribution> Nodes { get; }

    /// <summary>The part of each operator, the largest first.</summary>
    public IReadOnlyList<OperatorContribution> Operators { get; }

    /// <summary>The nodes by their part, the largest first.</summary>
    public IEnumerable<NodeContribution> Largest => Nodes.OrderByDescending(n => n.Value).ThenBy(n => n.Index);

    /// <summary>Explains a prediction.</summary>
    /// <param name="network">The network.</param>
    /// <param name="encoded">The same as the predictor saw it.</param>
    /// <param name="prediction">What the predictor said.</param>
    /// <exception cref="NotSupportedException">The predictor does not sum costs of nodes, or sees other nodes than the network has.</exception>
    /// <exception cref="InvalidDataException">The costs do not add up to the predicted value.</exception>
    public static Explanation Of(NetworkGraph network, EncodedNetwork encoded, Prediction prediction)
    {
        var costs = prediction.NodeCosts;
        if (costs.Count == 0) throw new NotSupportedException("the predictor has no costs of nodes; only one whose read-out sums them can be explained");
        if (costs.Count != network.Nodes.Count || !encoded.NodeNames.SequenceEqual(network.Nodes.Select(n => n.Name), StringComparer.Ordinal))
            throw new NotSupportedException($"{network.Name}: the predictor sees {costs.Count} nodes that are not the {network.Nodes.Count} of the network, so its costs cannot be assigned to them");
        double sum = costs.Sum(c => (double)c);
        if (!(Math.Abs(sum - prediction.Value) <= Rounding * Math.Abs(prediction.Value)))
            throw new InvalidDataException($"{network.Name}: the predictor is damaged: its costs of nodes add up to {sum}, not to the predicted {prediction.Value}");
        return new Explanation(prediction, [.. costs.Select((cost, i) => new NodeContribution(i, network.Nodes[i], cost, cost / sum))]);
    }
}
