namespace NarFormer.Onnx.Reading;

/// <summary>Puts nodes after those they read from; nodes already in order stay where they are.</summary>
internal static class TopologicalOrder
{
    /// <param name="nodes">The nodes.</param>
    /// <param name="given">The tensors that no node may make: inputs and stored ones.</param>
    /// <exception cref="OnnxException">A tensor is made twice, or nodes read from each other in a cycle.</exception>
    public static IReadOnlyList<GraphNode> Of(List<GraphNode> nodes, IEnumerable<string> given)
    {
        var producers = Producers(nodes);
        if (given.FirstOrDefault(producers.ContainsKey) is { } both) throw new OnnxException($"tensor '{both}' is an input or stored, and made by node '{nodes[producers[both]].Name}' too");
        if (IsOrdered(nodes, producers)) return nodes;
        int[][] sources = [.. nodes.Select(n => n.Read.Where(producers.ContainsKey).Select(i => producers[i]).Distinct().ToArray())];
        int[] waiting = [.. sources.Select(s => s.Length)];
        var readers = sources.Index().SelectMany(s => s.Item.Select(source => (source, s.Index))).ToLookup(p => p.source, p => p.Index);
        var ready = new PriorityQueue<int, int>(waiting.Index().Where(w => w.Item == 0).Select(w => (w.Index, w.Index)));
        var ordered = new List<GraphNode>(nodes.Count);
        while (ready.TryDequeue(out int node, out _))
        {
            ordered.Add(nodes[node]);
            foreach (int reader in readers[node])
            {
                if (--waiting[reader] == 0) ready.Enqueue(reader, reader);
            }
        }

        if (ordered.Count == nodes.Count) return ordered;
        int stuck = Array.FindIndex(waiting, w => w > 0);
        throw new OnnxException($"node '{nodes[stuck].Name}' reads, through others, from itself");
    }

    private static Dictionary<string, int> Producers(List<GraphNode> nodes)
    {
        var producers = new Dictionary<string, int>(nodes.Count, StringComparer.Ordinal);
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string output in nodes[i].Outputs)
            {
                if (output.Length > 0 && !producers.TryAdd(output, i))
                    throw new OnnxException($"tensor '{output}' is made twice, by nodes '{nodes[producers[output]].Name}' and '{nodes[i].Name}'");
            }
        }

        return producers;
    }

    private static bool IsOrdered(List<GraphNode> nodes, Dictionary<string, int> producers)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string read in nodes[i].Read)
            {
                if (producers.TryGetValue(read, out int source) && source >= i) return false;
            }
        }

        return true;
    }
}
