namespace NarFormer.Export.Readouts;

/// <summary>What a read-out makes.</summary>
/// <param name="Prediction">[graphs].</param>
/// <param name="Embedding">[graphs, hidden]: what the last map sees or, where node costs are summed, the mean of the final node states.</param>
/// <param name="NodeCosts">[nodes], where node costs are summed.</param>
/// <param name="Spread">[graphs], of an ensemble: the standard deviation over members of the logarithm of their predictions.</param>
internal sealed record ReadoutValues(string Prediction, string Embedding, string? NodeCosts = null, string? Spread = null)
{
    private const float SmallestPrediction = 1e-9f;

    /// <summary>The mean of each value over the <paramref name="members"/> of an ensemble, and how far their predictions differ.</summary>
    public static ReadoutValues Mean(GraphWriter graph, IReadOnlyList<ReadoutValues> members)
    {
        if (members.Count == 1) return members[0];
        return new ReadoutValues(
            graph.Node("Mean", [.. members.Select(m => m.Prediction)]),
            graph.Node("Mean", [.. members.Select(m => m.Embedding)]),
            members[0].NodeCosts is null ? null : graph.Node("Mean", [.. members.Select(m => m.NodeCosts!)]),
            Deviation(graph, [.. members.Select(m => graph.Node("Log", [graph.Node("Max", [m.Prediction, graph.Number(SmallestPrediction)])]))]));
    }

    /// <summary>Declares the values as the outputs of <paramref name="body"/>.</summary>
    public void Declare(GraphWriter body)
    {
        body.Result(Prediction, "graphs");
        body.Result(Embedding, "graphs", "hidden");
        if (NodeCosts is not null) body.Result(NodeCosts, "nodes");
        if (Spread is not null) body.Result(Spread, "graphs");
    }

    /// <summary>The same values under the <paramref name="names"/> of an operator's outputs, whose body has declared them.</summary>
    public ReadoutValues Named(string[] names) => new(names[0], names[1], NodeCosts is null ? null : names[2], Spread is null ? null : names[^1]);

    private static string Deviation(GraphWriter graph, string[] values)
    {
        string mean = graph.Node("Mean", values);
        return graph.Node("Sqrt", [graph.Node("Mean", [.. values.Select(v => graph.Node("Sub", [v, mean])).Select(d => graph.Multiply(d, d))])]);
    }
}
