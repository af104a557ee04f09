using NarFormer.Architecture;

namespace NarFormer.Export.Blocks;

/// <summary>
/// The graph-aided attention (paper section 3.2) on the edges: degree gate, one shared sigmoid projection, scores
/// <c>P Pᵀ / √d</c> divided by each row's sum, and a map of the node's own features.
/// </summary>
internal static class AttentionGraph
{
    private const float SmallestSum = 1e-6f;
    private const float SmallestNorm = 1e-12f;

    /// <summary>[nodes, inputs] → [nodes, hidden].</summary>
    public static string Write(GraphWriter graph, NetworkOptions options, PackedInputs packed, string input, string name, int inputs)
    {
        int hidden = options.Hidden;
        string x = options.ResidualAttention ? graph.Normalize(input, name + ".norm", inputs) : input;
        if (options.DegreeGate) x = graph.Multiply(x, graph.Sigmoid(graph.Linear(packed.Degree, name + ".lin_d", 1, inputs)));

        string projection = graph.Sigmoid(graph.Linear(x, name + ".lin_qk", inputs, inputs));
        string scores = Scores(graph, packed, projection, inputs);
        string before = Gather(graph, packed, x, scores, packed.EdgeSource, packed.EdgeTarget, inputs);
        string mixed = graph.LinearOnto(graph.Linear(before, name + ".lin_l", inputs, hidden), x, name + ".lin_r", inputs, hidden);
        if (options.Edges == EdgeDirection.Both)
        {
            string after = Gather(graph, packed, x, scores, packed.EdgeTarget, packed.EdgeSource, inputs);
            mixed = graph.LinearOnto(mixed, after, name + ".lin_b", inputs, hidden);
        }

        return options.ResidualAttention ? graph.Add(input, graph.Relu(mixed)) : graph.Relu(UnitRows(graph, mixed));
    }

    // [nodes, inputs] → [edges, 1]. A product with a column, because ONNX Runtime's ReduceSum keeps the width of no rows.
    private static string Scores(GraphWriter graph, PackedInputs packed, string projection, int inputs)
    {
        string products = graph.Multiply(graph.Rows(projection, packed.EdgeTarget), graph.Rows(projection, packed.EdgeSource));
        return graph.Node("MatMul", [products, graph.Number((float)(1 / Math.Sqrt(inputs)), inputs, 1)]);
    }

    // [nodes, inputs] and [edges, 1] → [nodes, inputs]
    private static string Gather(GraphWriter graph, PackedInputs packed, string x, string scores, string from, string to, int inputs)
    {
        string sums = graph.Add(graph.SumByIndex(scores, to, packed.NodeCount, 1), graph.Number(SmallestSum));
        string shares = graph.Divide(scores, graph.Rows(sums, to));
        return graph.SumByIndex(graph.Multiply(shares, graph.Rows(x, from)), to, packed.NodeCount, inputs);
    }

    private static string UnitRows(GraphWriter graph, string x)
    {
        string norm = graph.Node("ReduceL2", [x, graph.List(-1)], GraphWriter.Integer("keepdims", 1));
        return graph.Divide(x, graph.Node("Max", [norm, graph.Number(SmallestNorm)]));
    }
}
