namespace NarFormer.Export;

/// <summary>The inputs of a predictor graph: many networks packed into one. There is no padding.</summary>
internal sealed class PackedInputs
{
    /// <summary>Declares the inputs.</summary>
    public PackedInputs(GraphWriter graph, int nodeFeatures, int staticFeatures)
    {
        NodeFeatures = graph.Input("node_features", ElementKind.Single, "nodes", $"{nodeFeatures}");
        Degree = graph.Input("degree", ElementKind.Single, "nodes", "1");
        EdgeSource = graph.Input("edge_source", ElementKind.Int64, "edges");
        EdgeTarget = graph.Input("edge_target", ElementKind.Int64, "edges");
        GraphIndex = graph.Input("graph_index", ElementKind.Int64, "nodes");
        StaticFeatures = graph.Input("static_features", ElementKind.Single, "graphs", $"{staticFeatures}");
        NodeCount = graph.RowCount(NodeFeatures);
        EdgeCount = graph.RowCount(EdgeSource);
        GraphCount = graph.RowCount(StaticFeatures);
    }

    /// <summary>[nodes, node features].</summary>
    public string NodeFeatures { get; }

    /// <summary>Neighbours of each node in the undirected simple graph, [nodes, 1].</summary>
    public string Degree { get; }

    /// <summary>
    /// The node whose values an edge carries, [edges]. Undirected networks give each pair of neighbours in both
    /// directions; others give each directed edge once.
    /// </summary>
    public string EdgeSource { get; }

    /// <summary>The node that an edge leads to, [edges].</summary>
    public string EdgeTarget { get; }

    /// <summary>The network of each node, [nodes].</summary>
    public string GraphIndex { get; }

    /// <summary>[graphs, static features].</summary>
    public string StaticFeatures { get; }

    /// <summary>The number of nodes, [1].</summary>
    public string NodeCount { get; }

    /// <summary>The number of edges, [1].</summary>
    public string EdgeCount { get; }

    /// <summary>The number of networks, [1].</summary>
    public string GraphCount { get; }

    /// <summary>Sums over the nodes of each network: [nodes, width] → [graphs, width].</summary>
    public string SumOverNodes(GraphWriter graph, string x, int width) => graph.SumByIndex(x, GraphIndex, GraphCount, width);

    /// <summary>Means over the nodes of each network: [nodes, width] → [graphs, width].</summary>
    public string MeanOverNodes(GraphWriter graph, string x, int width) => graph.Divide(SumOverNodes(graph, x, width), NodesOfGraph(graph));

    // [graphs, 1]
    private string NodesOfGraph(GraphWriter graph)
    {
        string column = graph.Concat(NodeCount, graph.List(1));
        return SumOverNodes(graph, graph.Node("Expand", [graph.Number(1), column]), 1);
    }
}
