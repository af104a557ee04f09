using NarFormer.Architecture;

namespace NarFormer.Export.Blocks;

/// <summary><c>x + γ ⊙ FFN(LayerNorm(x))</c> (paper section 3.3).</summary>
internal static class FeedForwardGraph
{
    /// <summary>[nodes, hidden] → [nodes, hidden].</summary>
    public static string Write(GraphWriter graph, NetworkOptions options, string x, int layer)
    {
        string name = $"FFN_layers.{layer}";
        string normalized = graph.Normalize(x, name + ".norm", options.Hidden);
        string output = options.FeedForward == FeedForwardKind.Grouped
            ? Grouped(graph, options, normalized, name + ".fn.net")
            : Full(graph, options, normalized, name + ".fn.net");
        return graph.Add(x, graph.Multiply(output, graph.Weight($"layer_scale.{layer}", options.Hidden)));
    }

    private static string Full(GraphWriter graph, NetworkOptions options, string x, string name)
    {
        int wide = options.Hidden * options.FeedForwardRatio;
        return graph.Linear(graph.Relu(graph.Linear(x, name + ".0", options.Hidden, wide)), name + ".3", wide, options.Hidden);
    }

    // Between its two maps the state is kept as [groups, nodes, width of a group].
    private static string Grouped(GraphWriter graph, NetworkOptions options, string x, string name)
    {
        int width = options.Hidden / options.Groups, wide = width * options.FeedForwardRatio;
        x = graph.Node("Reshape", [x, graph.List(-1, options.Groups, width)]);
        x = graph.Node("Transpose", [x], GraphWriter.Integers("perm", 1, 0, 2));
        x = graph.Relu(GroupedMap(graph, options.Groups, x, name + ".0", width, wide));
        x = GroupedMap(graph, options.Groups, x, name + ".3", wide, width);
        x = graph.Node("Transpose", [x], GraphWriter.Integers("perm", 1, 0, 2));
        return graph.Node("Reshape", [x, graph.List(-1, options.Hidden)]);
    }

    private static string GroupedMap(GraphWriter graph, int groups, string x, string name, int inputs, int outputs)
    {
        string product = graph.Node("MatMul", [x, graph.Weight(name + ".weights", groups, inputs, outputs)]);
        return graph.Normalize(graph.Add(product, graph.Weight(name + ".bias", groups, 1, outputs)), name + ".normalization_fn", outputs);
    }
}
