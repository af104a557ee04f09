using NarFormer.Architecture;
using NarFormer.Export.Rows;

namespace NarFormer.Export.Blocks;

/// <summary>
/// The stem and the blocks, attention and a feed-forward network each. What is done for each node alone, from what a block
/// gathered to what the next one gathers from, is one work on rows.
/// </summary>
internal static class BlocksGraph
{
    /// <summary>The states behind each block, [count of nodes, hidden]; of the last alone where the read-out sees no others.</summary>
    public static List<string> Write(GraphWriter graph, NetworkOptions options, PackedInputs packed, RowPlan plan)
    {
        RowInput[] degree = options.DegreeGate ? [new(plan.Nodes.Padded(graph, packed.Degree), 1)] : [];
        var current = Begin(graph, options, packed, plan, degree);
        var states = new List<string>(options.Layers);
        for (int layer = 0; layer < options.Layers; layer++)
        {
            current = Block(graph, options, plan, degree, current, layer);
            if (Keeps(options, layer)) states.Add(current.State!);
        }

        return states;
    }

    private static NodeValues Begin(GraphWriter graph, NetworkOptions options, PackedInputs packed, RowPlan plan, RowInput[] degree)
    {
        int width = options.Stem == StemKind.Linear ? options.Hidden : options.NodeFeatures;
        RowInput features = new(plan.Nodes.Padded(graph, packed.NodeFeatures), options.NodeFeatures);
        string[] made = plan.Nodes.Each(graph, [features, .. degree], Widths(width, options.ResidualAttention ? 3 : 2), (rows, inputs) =>
        {
            string x = options.Stem == StemKind.Linear ? rows.Relu(rows.Linear(inputs[0], "stem", options.NodeFeatures, options.Hidden)) : inputs[0];
            string[] prepared = AttentionGraph.Prepare(rows, options, x, inputs[^1], layer: 0, width);
            return options.ResidualAttention ? [x, .. prepared] : prepared;
        });
        return NodeValues.Of(made, width);
    }

    private static NodeValues Block(GraphWriter graph, NetworkOptions options, RowPlan plan, RowInput[] degree, NodeValues before, int layer)
    {
        bool last = layer == options.Layers - 1, keeps = options.ResidualAttention || Keeps(options, layer);
        string[] gathered = AttentionGraph.Gather(graph, options, plan, before);
        string[] inputs = [before.X!, .. gathered, .. options.ResidualAttention ? [before.State!] : Array.Empty<string>()];
        string[] made = plan.Nodes.Each(
            graph,
            [.. inputs.Select(i => new RowInput(i, before.Width)), .. last ? [] : degree],
            Widths(options.Hidden, (keeps ? 1 : 0) + (last ? 0 : 2)),
            (rows, values) =>
            {
                string input = options.ResidualAttention ? values[1 + gathered.Length] : values[0];
                string x = AttentionGraph.Mix(rows, options, input, values[0], values[1..(1 + gathered.Length)], layer, before.Width);
                x = FeedForwardGraph.Write(rows, options, x, layer);
                return [.. keeps ? [x] : Array.Empty<string>(), .. last ? [] : AttentionGraph.Prepare(rows, options, x, values[^1], layer + 1, options.Hidden)];
            });
        return NodeValues.Of(made, options.Hidden);
    }

    private static bool Keeps(NetworkOptions options, int layer) => layer == options.Layers - 1 || options.Readout == ReadoutKind.MeanOfLayers;

    private static int[] Widths(int width, int count) => [.. Enumerable.Repeat(width, count)];
}
