using NarFormer.Architecture;

namespace NarFormer.Export.Readouts;

/// <summary><c>fc_1</c>, <c>fc_2</c> and <c>predictor</c> with ReLU between, as all read-outs end.</summary>
internal static class Perceptron
{
    /// <summary><c>fc_1</c> and <c>fc_2</c>: [rows, inputs] → [rows, hidden].</summary>
    public static string Deepen(GraphWriter graph, NetworkOptions options, string x, int inputs)
    {
        x = graph.Relu(graph.Linear(x, "fc_1", inputs, options.Hidden));
        return graph.Relu(graph.Linear(x, "fc_2", options.Hidden, options.Hidden));
    }

    /// <summary><c>predictor</c>: [rows, hidden] → [rows].</summary>
    public static string Score(GraphWriter graph, NetworkOptions options, string x) =>
        graph.Node("Squeeze", [Column(graph, options, x), graph.List(-1)]);

    /// <summary><c>predictor</c>: [rows, hidden] → [rows, 1].</summary>
    public static string Column(GraphWriter graph, NetworkOptions options, string x) => graph.Linear(x, "predictor", options.Hidden, 1);

    /// <summary>The published output function, <c>−ln σ(z)</c>.</summary>
    public static string Positive(GraphWriter graph, string z) => graph.Node("Softplus", [graph.Node("Neg", [z])]);
}
