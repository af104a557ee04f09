using NarFormer.Encoding.Paper;
using NarFormer.Graphs;

namespace NarFormer.Encoding;

/// <summary>
/// The features of NAR-Former V2 for latency (arXiv 2306.10792), number for number, quirks included, or one of the forms it
/// compares itself with. For a node: operator, eight attributes and four output dimensions; for the network: batch, FLOPs,
/// parameters and memory access. The graph must be read with its constant nodes.
/// </summary>
public sealed class PaperEncoding : INetworkEncoding
{
    private const int StaticValues = 4;
    private const double Giga = 1e9;

    private readonly bool _codesOperators;
    private readonly bool _lenient;
    private readonly PaperNumbers _numbers;

    private PaperEncoding(string name, bool lenient, bool codesOperators, PaperNumbers numbers)
    {
        Name = name;
        _lenient = lenient;
        _codesOperators = codesOperators;
        _numbers = numbers;
    }

    /// <summary>The published encoding: operators one-hot (32), all numbers as ten sines and cosines; 152 and 40 features.</summary>
    public static PaperEncoding Published { get; } = new("paper-1", lenient: false, codesOperators: false, PaperNumbers.Coded);

    /// <summary>
    /// The published encoding for networks on which the published code fails: the nodes in question cost nothing, like operators
    /// outside its table, and unknown shapes are all 0. Elsewhere it is the published one.
    /// </summary>
    public static PaperEncoding Lenient { get; } = new("paper-lenient-1", lenient: true, codesOperators: false, PaperNumbers.Coded);

    /// <summary>Real numbers, as NNLP has them (Liu et al. 2022): operators one-hot, all numbers centred and scaled; 44 and 4 features. Lenient.</summary>
    public static PaperEncoding Real { get; } = new("paper-real-1", lenient: true, codesOperators: false, PaperNumbers.Real);

    /// <summary>Codes throughout: the operator's number too becomes ten sines and cosines; 130 and 40 features. Lenient.</summary>
    public static PaperEncoding Coded { get; } = new("paper-coded-1", lenient: true, codesOperators: true, PaperNumbers.Coded);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int NodeFeatureCount => OperatorWidth + ((PaperAttributes.Places + PaperQuantity.Dimensions.Length) * _numbers.Width);

    /// <inheritdoc/>
    public int StaticFeatureCount => StaticValues * _numbers.Width;

    /// <inheritdoc/>
    public bool FoldsConstants => false;

    private int OperatorWidth => _codesOperators ? SinusoidalCode.Width : PaperOperators.Places;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The published encoder fails on an operator or shape of the network; the message names the node.</exception>
    public EncodedNetwork Encode(NetworkGraph graph)
    {
        var view = PaperGraph.Of(graph);
        if (view.Nodes.Count == 0) throw new ArgumentException($"{graph.Name}: the network has no nodes to encode", nameof(graph));
        float[] features = new float[view.Nodes.Count * NodeFeatureCount];
        for (int i = 0; i < view.Nodes.Count; i++) WriteNode(view.Nodes[i], features.AsSpan(i * NodeFeatureCount, NodeFeatureCount));
        return new EncodedNetwork(
            view.Nodes.Count, features, [.. view.Edges.Select(e => e.Source)], [.. view.Edges.Select(e => e.Target)], Statics(graph))
        {
            NodeNames = [.. view.Nodes.Select(n => n.Name)],
        };
    }

    private void WriteNode(PaperNode node, Span<float> row)
    {
        PaperOperators.Write(node.Type, _codesOperators, row);
        var attributes = row[OperatorWidth..];
        PaperAttributes.Write(node, _numbers, attributes);
        var dimensions = attributes[(PaperAttributes.Places * _numbers.Width)..];
        if (node.Shape is null && !_lenient) throw new NotSupportedException($"the published encoder needs the shape of '{node.Name}', which is not known");
        for (int i = 0; i < PaperQuantity.Dimensions.Length; i++)
        {
            long dimension = node.Shape is { } shape && i < shape.Rank ? Math.Max(0, shape[i]) : 0;
            _numbers.Write(PaperQuantity.Dimensions[i], dimension, dimensions[(i * _numbers.Width)..]);
        }
    }

    private float[] Statics(NetworkGraph graph)
    {
        var cost = PaperCost.Of(graph, _lenient);
        long batch = graph.Inputs is [{ Shape: { Rank: > 0 } shape }, ..] ? Math.Max(0, shape[0]) : 0;
        float[] features = new float[StaticFeatureCount];
        ReadOnlySpan<double> values = [batch, cost.Flops / Giga, cost.Parameters / Giga, cost.MemoryAccess / Giga];
        for (int i = 0; i < values.Length; i++) _numbers.Write(PaperQuantity.Static, (float)values[i], features.AsSpan(i * _numbers.Width));
        return features;
    }
}
