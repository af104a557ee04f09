namespace NarFormer.Export.Readouts;

/// <summary>What a read-out makes.</summary>
/// <param name="Prediction">[graphs].</param>
/// <param name="Embedding">[graphs, hidden]: what the last map sees or, where node costs are summed, the mean of the final node states.</param>
/// <param name="NodeCosts">[nodes], where node costs are summed.</param>
internal sealed record ReadoutValues(string Prediction, string Embedding, string? NodeCosts = null)
{
    /// <summary>The mean of each value over the <paramref name="members"/> of an ensemble.</summary>
    public static ReadoutValues Mean(GraphWriter graph, IReadOnlyList<ReadoutValues> members)
    {
        if (members.Count == 1) return members[0];
        return new ReadoutValues(
            graph.Node("Mean", [.. members.Select(m => m.Prediction)]),
            graph.Node("Mean", [.. members.Select(m => m.Embedding)]),
            members[0].NodeCosts is null ? null : graph.Node("Mean", [.. members.Select(m => m.NodeCosts!)]));
    }
}
