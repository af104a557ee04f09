namespace NarFormer.Runtime;

/// <summary>Splits networks into batches of similar cost.</summary>
internal static class NodeBudget
{
    /// <summary>Batches of consecutive <paramref name="networks"/> with at most <paramref name="budget"/> nodes; a larger network is a batch of its own.</summary>
    public static IEnumerable<IReadOnlyList<T>> Split<T>(IEnumerable<T> networks, Func<T, int> nodesOf, int budget)
    {
        var batch = new List<T>();
        int nodes = 0;
        foreach (var network in networks)
        {
            int own = nodesOf(network);
            if (batch.Count > 0 && nodes + own > budget)
            {
                yield return batch;
                batch = [];
                nodes = 0;
            }

            batch.Add(network);
            nodes += own;
        }

        if (batch.Count > 0) yield return batch;
    }
}
