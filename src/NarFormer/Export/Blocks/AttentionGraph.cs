using NarFormer.Architecture;
using NarFormer.Export.Rows;

namespace NarFormer.Export.Blocks;

/// <summary>
/// The graph-aided attention (paper section 3.2) on the edges: degree gate, one shared sigmoid projection, scores
/// <c>P Pᵀ / √d</c> divided by each row's sum, and a map of the node's own features.
/// </summary>
internal static class AttentionGraph
{
    private const float SmallestSum = 1e-6f;
    private const float SmallestNorm = 1e-12f;

    /// <summary>What the edges need: input [nodes, inputs] and degree [nodes, 1] → features and projection, [nodes, inputs] each.</summary>
    public static string[] Prepare(GraphWriter graph, NetworkOptions options, string input, string degree, int layer, int inputs)
    {
        string name = Name(layer);
        string x = options.ResidualAttention ? graph.Normalize(input, name + ".norm", inputs) : input;
        if (options.DegreeGate) x = graph.Multiply(x, graph.Sigmoid(graph.Linear(degree, name + ".lin_d", 1, inputs)));
        return [x, graph.Sigmoid(graph.Linear(x, name + ".lin_qk", inputs, inputs))];
    }

    /// <summary>What each node takes from its neighbours, for each direction: [nodes, inputs].</summary>
    public static string[] Gather(GraphWriter graph, NetworkOptions options, RowPlan plan, NodeValues nodes)
    {
        string scores = Scores(graph, plan, nodes.Projection!, nodes.Width);
        string before = Gather(graph, plan, nodes.X!, scores, plan.EdgeSource, plan.EdgeTarget, nodes.Width);
        return options.Edges == EdgeDirection.Both ? [before, Gather(graph, plan, nodes.X!, scores, plan.EdgeTarget, plan.EdgeSource, nodes.Width)] : [before];
    }

    /// <summary>Input, features and what was gathered, [nodes, inputs] each → [nodes, hidden].</summary>
    public static string Mix(GraphWriter graph, NetworkOptions options, string input, string x, string[] gathered, int layer, int inputs)
    {
        string name = Name(layer);
        int hidden = options.Hidden;
        string mixed = graph.LinearOnto(graph.Linear(gathered[0], name + ".lin_l", inputs, hidden), x, name + ".lin_r", inputs, hidden);
        if (options.Edges == EdgeDirection.Both) mixed = graph.LinearOnto(mixed, gathered[1], name + ".lin_b", inputs, hidden);
        return options.ResidualAttention ? graph.Add(input, graph.Relu(mixed)) : graph.Relu(UnitRows(graph, mixed, hidden));
    }

    private static string Name(int layer) => $"gnn_layers.{layer}";

    // [nodes, inputs] → [edges, 1], 0 for spare edges. A product with a column, because ONNX Runtime's ReduceSum keeps the width of no rows.
    private static string Scores(GraphWriter graph, RowPlan plan, string projection, int inputs)
    {
        string[] scores = plan.Edges.Each(graph, [new(plan.EdgeSource), new(plan.EdgeTarget)], [1], (piece, edges) =>
        {
            string products = piece.Multiply(piece.Rows(projection, edges[1]), piece.Rows(projection, edges[0]));
            return [piece.Node("MatMul", [products, piece.Number((float)(1 / Math.Sqrt(inputs)), inputs, 1)])];
        });
        return plan.Edges.Padded(graph, plan.Edges.Trimmed(graph, scores[0]));
    }

    // [nodes, inputs] and [edges, 1] → [nodes, inputs]
    private static string Gather(GraphWriter graph, RowPlan plan, string x, string scores, string from, string to, int inputs)
    {
        string sums = graph.Add(graph.SumByIndex(scores, to, plan.Nodes.Count, 1), graph.Number(SmallestSum));
        string shares = graph.Divide(scores, graph.Rows(sums, to));
        string[] parts = plan.Edges.Each(graph, [new(shares, 1), new(from)], [inputs], (piece, edges) => [piece.Multiply(edges[0], piece.Rows(x, edges[1]))]);
        return graph.SumByIndex(parts[0], to, plan.Nodes.Count, inputs);
    }

    // A row of length 1 has the root mean square 1/√hidden.
    private static string UnitRows(GraphWriter graph, string x, int hidden) => graph.Node(
        "RMSNormalization",
        [x, graph.Number((float)(1 / Math.Sqrt(hidden)), hidden)],
        GraphWriter.Integer("axis", -1),
        GraphWriter.Real("epsilon", SmallestNorm * SmallestNorm / hidden));
}
