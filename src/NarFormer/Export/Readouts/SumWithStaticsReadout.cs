using NarFormer.Architecture;
using NarFormer.Export.Rows;

namespace NarFormer.Export.Readouts;

/// <summary>The published read-out for latency: <see cref="ReadoutKind.SumWithStatics"/>.</summary>
internal static class SumWithStaticsReadout
{
    public static ReadoutValues Write(GraphWriter graph, NetworkOptions options, PackedInputs packed, RowPlan plan, string states)
    {
        int width = options.Hidden;
        string x = packed.SumOverNodes(graph, plan.Nodes.Trimmed(graph, states), options.Hidden); // [graphs, hidden]
        if (options.StaticFeatures > 0)
        {
            string statics = graph.Relu(graph.Linear(StaticInputs.Write(graph, options, packed), "norm_sf_linear", options.StaticFeatures, options.Hidden));
            x = graph.Node("Concat", [x, statics], GraphWriter.Integer("axis", -1)); // [graphs, 2 · hidden]
            width *= 2;
        }

        string deep = Perceptron.Deepen(graph, options, x, width);
        return new(Perceptron.Positive(graph, Perceptron.Score(graph, options, deep)), deep);
    }
}
