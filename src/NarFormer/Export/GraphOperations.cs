using static NarFormer.Export.GraphWriter;

namespace NarFormer.Export;

/// <summary>The operations that a predictor is made of.</summary>
internal static class GraphOperations
{
    private const float NormEpsilon = 1e-5f;

    /// <summary><c>x Wᵀ + b</c> with weights <c>name.weight</c> [outputs, inputs] and <c>name.bias</c>: [rows, inputs] → [rows, outputs].</summary>
    public static string Linear(this GraphWriter graph, string x, string name, int inputs, int outputs) =>
        graph.Node("Gemm", [x, graph.Weight(name + ".weight", outputs, inputs), graph.Weight(name + ".bias", outputs)], Integer("transB", 1));

    /// <summary><c>x Wᵀ + sum</c>: [rows, inputs] and [rows, outputs] → [rows, outputs].</summary>
    public static string LinearOnto(this GraphWriter graph, string sum, string x, string name, int inputs, int outputs) =>
        graph.Node("Gemm", [x, graph.Weight(name + ".weight", outputs, inputs), sum], Integer("transB", 1));

    /// <summary>Layer normalisation of the last dimension.</summary>
    public static string Normalize(this GraphWriter graph, string x, string name, int width) =>
        graph.Node("LayerNormalization", [x, graph.Weight(name + ".weight", width), graph.Weight(name + ".bias", width)], Integer("axis", -1), Real("epsilon", NormEpsilon));

    /// <summary>The larger of <paramref name="x"/> and 0.</summary>
    public static string Relu(this GraphWriter graph, string x) => graph.Node("Relu", [x]);

    /// <summary>The logistic function.</summary>
    public static string Sigmoid(this GraphWriter graph, string x) => graph.Node("Sigmoid", [x]);

    /// <summary>Product, with broadcasting.</summary>
    public static string Multiply(this GraphWriter graph, string a, string b) => graph.Node("Mul", [a, b]);

    /// <summary>Sum, with broadcasting.</summary>
    public static string Add(this GraphWriter graph, string a, string b) => graph.Node("Add", [a, b]);

    /// <summary>Quotient, with broadcasting.</summary>
    public static string Divide(this GraphWriter graph, string a, string b) => graph.Node("Div", [a, b]);

    /// <summary>Lists of integers after each other.</summary>
    public static string Concat(this GraphWriter graph, params string[] lists) => graph.Node("Concat", lists, Integer("axis", 0));

    /// <summary>Rows of <paramref name="x"/>: [rows, width] and [indices] → [indices, width].</summary>
    public static string Rows(this GraphWriter graph, string x, string indices) => graph.Node("Gather", [x, indices], Integer("axis", 0));

    /// <summary>Adds each row of <paramref name="x"/> to the row of zeros that its index names: [rows, width] → [count, width].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[rows, width].</param>
    /// <param name="indices">[rows].</param>
    /// <param name="count">[1], the number of rows of the result.</param>
    /// <param name="width">The width.</param>
    public static string SumByIndex(this GraphWriter graph, string x, string indices, string count, int width)
    {
        string zeros = graph.Node("ConstantOfShape", [graph.Concat(count, graph.List(width))]);
        return graph.Node("ScatterND", [zeros, graph.Node("Unsqueeze", [indices, graph.List(-1)]), x], Text("reduction", "add"));
    }

    /// <summary>The first dimension of <paramref name="x"/>, [1].</summary>
    public static string RowCount(this GraphWriter graph, string x) => graph.Node("Shape", [x], Integer("start", 0), Integer("end", 1));
}
