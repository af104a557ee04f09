using NarFormer.Encoding.Paper;
using NarFormer.Graphs;

namespace NarFormer.Encoding;

/// <summary>
/// The features of NAR-Former V2 for latency (arXiv 2306.10792), number for number, quirks included. For a node: operator
/// (one-hot, 32), attributes (8 × 10) and output shape (4 × 10) in sines and cosines; for the network: batch, FLOPs,
/// parameters and memory access (4 × 10). The graph must be read with its constant nodes.
/// </summary>
public sealed class PaperEncoding : INetworkEncoding
{
    private const int ShapeDimensions = 4;
    private const int StaticValues = 4;
    private const double Giga = 1e9;

    /// <inheritdoc/>
    public string Name => "paper-1";

    /// <inheritdoc/>
    public int NodeFeatureCount => PaperOperators.Places + PaperAttributes.Width + ShapeDimensions * SinusoidalCode.Width;

    /// <inheritdoc/>
    public int StaticFeatureCount => StaticValues * SinusoidalCode.Width;

    /// <inheritdoc/>
    public bool FoldsConstants => false;

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

    private static void WriteNode(PaperNode node, Span<float> row)
    {
        if (PaperOperators.PlaceOf(node.Type) is >= 0 and int place) row[place] = 1;
        PaperAttributes.Write(node, row.Slice(PaperOperators.Places, PaperAttributes.Width));
        var shape = node.Shape ?? throw new NotSupportedException($"the published encoder needs the shape of '{node.Name}', which is not known");
        for (int i = 0; i < ShapeDimensions; i++)
        {
            long dimension = i < shape.Rank ? Math.Max(0, shape[i]) : 0;
            SinusoidalCode.Write(dimension, row[(PaperOperators.Places + PaperAttributes.Width + i * SinusoidalCode.Width)..]);
        }
    }

    private static float[] Statics(NetworkGraph graph)
    {
        var cost = PaperCost.Of(graph);
        long batch = graph.Inputs is [{ Shape: { Rank: > 0 } shape }, ..] ? Math.Max(0, shape[0]) : 0;
        float[] features = new float[StaticValues * SinusoidalCode.Width];
        ReadOnlySpan<double> values = [batch, cost.Flops / Giga, cost.Parameters / Giga, cost.MemoryAccess / Giga];
        for (int i = 0; i < values.Length; i++) SinusoidalCode.Write((float)values[i], features.AsSpan(i * SinusoidalCode.Width));
        return features;
    }
}
