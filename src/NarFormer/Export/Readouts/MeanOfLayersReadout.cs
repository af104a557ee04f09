using NarFormer.Architecture;
using NarFormer.Export.Rows;

namespace NarFormer.Export.Readouts;

/// <summary>The published read-out for accuracy: <see cref="ReadoutKind.MeanOfLayers"/>.</summary>
internal static class MeanOfLayersReadout
{
    public static ReadoutValues Write(GraphWriter graph, NetworkOptions options, PackedInputs packed, RowPlan plan, IReadOnlyList<string> states)
    {
        int layers = options.Layers, hidden = options.Hidden, all = layers * hidden, narrow = all / 4;
        string joined = graph.Node("Concat", [.. states.Select(s => packed.MeanOverNodes(graph, plan.Nodes.Trimmed(graph, s), hidden))], GraphWriter.Integer("axis", -1)); // [graphs, layers · hidden]
        string weights = graph.Relu(graph.Linear(joined, "fusion_mlp.0", all, narrow));
        weights = graph.Sigmoid(graph.Linear(weights, "fusion_mlp.2", narrow, layers)); // [graphs, layers]
        weights = graph.Node("Unsqueeze", [weights, graph.List(-1)]); // [graphs, layers, 1]
        string means = graph.Node("Reshape", [joined, graph.List(-1, layers, hidden)]); // [graphs, layers, hidden]
        string fused = graph.Node("ReduceSum", [graph.Multiply(means, weights), graph.List(1)], GraphWriter.Integer("keepdims", 0)); // [graphs, hidden]
        string deep = Perceptron.Deepen(graph, options, fused, hidden);
        return new(Perceptron.Positive(graph, Perceptron.Score(graph, options, deep)), deep);
    }
}
