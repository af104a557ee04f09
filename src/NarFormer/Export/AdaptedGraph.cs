using NarFormer.Encoding.Safetensors;
using NarFormer.Onnx.Schema;

namespace NarFormer.Export;

/// <summary>The graph of a predictor with a <see cref="LogHead"/> laid onto it: an ordinary predictor graph again.</summary>
public static class AdaptedGraph
{
    private const string Prediction = "prediction";
    private const string NodeCosts = "node_costs";
    private const string Head = "head";
    private const float SmallestLog = -20;
    private const float LargestLog = 20;

    /// <summary>
    /// Builds it. Node costs keep their shares of the whole, so that they still add up to the prediction. The metadata of
    /// <paramref name="source"/> are left out.
    /// </summary>
    /// <param name="source">The ONNX model of a predictor file.</param>
    /// <param name="head">The head; it has as many weights as the predictor has features.</param>
    /// <exception cref="InvalidDataException">It is no predictor's graph.</exception>
    public static ModelProto Build(ReadOnlyMemory<byte> source, LogHead head)
    {
        var model = ModelProto.Parser.ParseFrom(source.Span);
        model.MetadataProps.Clear();
        string prefix = $"adaptation {model.Graph.Node.Count}/";
        string prediction = Take(model.Graph, Prediction, prefix) ?? throw new InvalidDataException($"the graph has no output '{Prediction}'");
        string? costs = Take(model.Graph, NodeCosts, prefix);
        var graph = GraphWriter.Onto(model.Graph, new NamedWeights(Weights(head)), prefix);
        string adapted = Adapt(graph, head, prediction);
        graph.Output(Prediction, adapted, "graphs");
        if (costs is not null) graph.Output(NodeCosts, graph.Multiply(costs, graph.Rows(graph.Divide(adapted, prediction), "graph_index")), "nodes");
        return model;
    }

    private static string Adapt(GraphWriter graph, LogHead head, string prediction)
    {
        string column = graph.Node("Unsqueeze", [graph.Node("Log", [prediction]), graph.List(-1)]); // [graphs, 1]
        string[] inputs = head.Statics.Count > 0 ? [column, "embedding", "static_features"] : [column, "embedding"];
        string features = graph.Node("Concat", inputs, GraphWriter.Integer("axis", -1)); // [graphs, 1 + hidden + static features]
        string logs = graph.Node("Squeeze", [graph.Linear(features, Head, 1 + head.Embedding.Count + head.Statics.Count, 1), graph.List(-1)]); // [graphs]
        return graph.Node("Exp", [graph.Node("Clip", [logs, graph.Number(SmallestLog), graph.Number(LargestLog)])]);
    }

    private static Dictionary<string, SafetensorsTensor> Weights(LogHead head)
    {
        float[] row = [(float)head.Slope, .. head.Embedding.Select(w => (float)w), .. head.Statics.Select(w => (float)w)];
        return new(StringComparer.Ordinal)
        {
            [Head + ".weight"] = SafetensorsTensor.Of(row, 1, row.Length),
            [Head + ".bias"] = SafetensorsTensor.Of([(float)head.Bias], 1),
        };
    }

    // An output ends in a node Identity of its name: that node goes, and what it passed on is what the head is laid onto.
    private static string? Take(GraphProto graph, string output, string prefix)
    {
        var declared = graph.Output.FirstOrDefault(o => o.Name == output);
        var node = graph.Node.FirstOrDefault(n => n.Output.Contains(output));
        if (declared is null || node is null) return null;
        graph.Output.Remove(declared);
        node.Name = prefix + output;
        node.Output[node.Output.IndexOf(output)] = node.Name;
        return node.Name;
    }
}
