using NarFormer.Architecture;

namespace NarFormer.Export.Readouts;

/// <summary>A cost for each node, summed: <see cref="ReadoutKind.SumOfNodeCosts"/>.</summary>
internal static class SumOfNodeCostsReadout
{
    private const float SmallestLog = -20;
    private const float LargestLog = 12;

    public static ReadoutValues Write(GraphWriter graph, NetworkOptions options, PackedInputs packed, string states)
    {
        string x = states;
        if (options.StaticFeatures > 0)
        {
            string statics = graph.Linear(StaticInputs.Write(graph, options, packed), "static_map", options.StaticFeatures, options.Hidden); // [graphs, hidden]
            x = graph.Add(x, graph.Rows(statics, packed.GraphIndex)); // [nodes, hidden]
        }

        string logs = Perceptron.Score(graph, options, Perceptron.Deepen(graph, options, x, options.Hidden));
        if (options.WorkFeature is { } feature) logs = graph.Add(logs, LogOfWork(graph, packed, feature));
        string costs = graph.Node("Exp", [graph.Node("Clip", [logs, graph.Number(SmallestLog), graph.Number(LargestLog)])]); // [nodes]
        string sums = packed.SumOverNodes(graph, graph.Node("Unsqueeze", [costs, graph.List(-1)]), 1); // [graphs, 1]
        return new(graph.Node("Squeeze", [sums, graph.List(-1)]), packed.MeanOverNodes(graph, states, options.Hidden), costs);
    }

    // [nodes]
    private static string LogOfWork(GraphWriter graph, PackedInputs packed, int feature)
    {
        string column = graph.Node("Squeeze", [graph.Node("Gather", [packed.NodeFeatures, graph.List(feature)], GraphWriter.Integer("axis", 1)), graph.List(-1)]);
        string work = graph.Node("Exp", [graph.Multiply(column, graph.Number(NodeWork.LogOfUnit))]); // 1 + work
        return graph.Node("Sub", [graph.Node("Log", [graph.Add(work, graph.Number(NodeWork.Overhead))]), graph.Number(NodeWork.LogOfMillisecond)]);
    }
}
