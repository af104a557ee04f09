using NarFormer.Architecture;
using NarFormer.Export.Rows;

namespace NarFormer.Export.Readouts;

/// <summary>A cost for each node, summed: <see cref="ReadoutKind.SumOfNodeCosts"/>.</summary>
internal static class SumOfNodeCostsReadout
{
    private const float SmallestLog = -20;
    private const float LargestLog = 12;

    public static ReadoutValues Write(GraphWriter graph, NetworkOptions options, PackedInputs packed, RowPlan plan, string states)
    {
        string logs = Logs(graph, options, packed, plan, states);
        if (options.WorkFeature is { } feature) logs = graph.Add(logs, LogOfWork(graph, packed, feature));
        string costs = graph.Node("Exp", [graph.Node("Clip", [logs, graph.Number(SmallestLog), graph.Number(LargestLog)])]); // [nodes]
        string sums = packed.SumOverNodes(graph, graph.Node("Unsqueeze", [costs, graph.List(-1)]), 1); // [graphs, 1]
        return new(graph.Node("Squeeze", [sums, graph.List(-1)]), packed.MeanOverNodes(graph, plan.Nodes.Trimmed(graph, states), options.Hidden), costs);
    }

    // [count of nodes, hidden] → [nodes]
    private static string Logs(GraphWriter graph, NetworkOptions options, PackedInputs packed, RowPlan plan, string states)
    {
        bool usesStatics = options.StaticFeatures > 0;
        string? statics = usesStatics ? graph.Linear(StaticInputs.Write(graph, options, packed), "static_map", options.StaticFeatures, options.Hidden) : null; // [graphs, hidden]
        RowInput[] inputs = [new(states, options.Hidden), .. usesStatics ? [new(plan.Nodes.PaddedIndices(graph, packed.GraphIndex))] : Array.Empty<RowInput>()];
        string[] columns = plan.Nodes.Each(graph, inputs, [1], (rows, values) =>
        {
            string x = statics is null ? values[0] : rows.Add(values[0], rows.Rows(statics, values[1]));
            return [Perceptron.Column(rows, options, Perceptron.Deepen(rows, options, x, options.Hidden))];
        });
        return graph.Node("Squeeze", [plan.Nodes.Trimmed(graph, columns[0]), graph.List(-1)]);
    }

    // [nodes]
    private static string LogOfWork(GraphWriter graph, PackedInputs packed, int feature)
    {
        string column = graph.Node("Squeeze", [graph.Node("Gather", [packed.NodeFeatures, graph.List(feature)], GraphWriter.Integer("axis", 1)), graph.List(-1)]);
        string work = graph.Node("Exp", [graph.Multiply(column, graph.Number(NodeWork.LogOfUnit))]); // 1 + work
        return graph.Node("Sub", [graph.Node("Log", [graph.Add(work, graph.Number(NodeWork.Overhead))]), graph.Number(NodeWork.LogOfMillisecond)]);
    }
}
