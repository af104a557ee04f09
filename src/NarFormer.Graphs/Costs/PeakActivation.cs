namespace NarFormer.Graphs.Costs;

/// <summary>
/// The most bytes of activations that live at once when nodes run in order and nothing is done in place: network inputs
/// the whole time, other values from the node that makes them to the last that reads them, network outputs to the end.
/// </summary>
internal static class PeakActivation
{
    public static long BytesOf(NetworkGraph graph)
    {
        var lastReader = LastReaders(graph);
        long live = 0;
        foreach (var input in graph.Inputs) live = Saturating.Sum(live, input.ByteCount ?? 0);
        long peak = live;
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            var node = graph.Nodes[i];
            foreach (var output in node.Outputs) live = Saturating.Sum(live, output?.ByteCount ?? 0);
            peak = Math.Max(peak, live);
            foreach (var input in node.Inputs)
            {
                if (input is { Kind: TensorKind.Computed } && lastReader.TryGetValue(input.Name, out int last) && last == i)
                {
                    lastReader.Remove(input.Name);
                    live -= input.ByteCount ?? 0;
                }
            }

            foreach (var output in node.Outputs)
            {
                if (output is not null && !lastReader.ContainsKey(output.Name)) live -= output.ByteCount ?? 0;
            }
        }

        return peak;
    }

    private static Dictionary<string, int> LastReaders(NetworkGraph graph)
    {
        var last = new Dictionary<string, int>(graph.Nodes.Count * 2, StringComparer.Ordinal);
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            foreach (var input in graph.Nodes[i].Inputs)
            {
                if (input is { Kind: TensorKind.Computed }) last[input.Name] = i;
            }
        }

        foreach (var output in graph.Outputs) last[output.Name] = int.MaxValue;
        return last;
    }
}
