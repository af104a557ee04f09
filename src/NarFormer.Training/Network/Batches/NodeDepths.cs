namespace NarFormer.Training.Network.Batches;

/// <summary>How far nodes lie behind the inputs of their networks.</summary>
internal static class NodeDepths
{
    /// <summary>The longest path to each node, in edges, <c>[nodes]</c>; nodes of a cycle keep what was found before it.</summary>
    public static int[] Of(int nodeCount, ReadOnlySpan<long> sources, ReadOnlySpan<long> targets)
    {
        int[] depths = new int[nodeCount], open = new int[nodeCount];
        var readers = new List<int>[nodeCount];
        for (int e = 0; e < sources.Length; e++)
        {
            (readers[sources[e]] ??= []).Add((int)targets[e]);
            open[targets[e]]++;
        }

        var ready = new Queue<int>(Enumerable.Range(0, nodeCount).Where(n => open[n] == 0));
        while (ready.TryDequeue(out int node))
        {
            foreach (int reader in readers[node] ?? [])
            {
                depths[reader] = Math.Max(depths[reader], depths[node] + 1);
                if (--open[reader] == 0) ready.Enqueue(reader);
            }
        }

        return depths;
    }
}
