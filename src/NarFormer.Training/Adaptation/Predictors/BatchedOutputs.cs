using NarFormer.Encoding;
using NarFormer.Runtime;

namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>What a predictor's graph gives for many networks.</summary>
internal static class BatchedOutputs
{
    private const int NodesOfABatch = 1_000;

    /// <summary>Runs <paramref name="networks"/> in batches of similar cost.</summary>
    public static PredictorOutputs Of(PredictorSession session, IReadOnlyList<EncodedNetwork> networks)
    {
        var parts = NodeBudget.Split(networks, n => n.NodeCount, NodesOfABatch).Select(batch => session.Run(PackedBatch.Of(batch))).ToList();
        return new PredictorOutputs(
            [.. parts.SelectMany(p => p.Predictions)],
            [.. parts.SelectMany(p => p.Embeddings)],
            parts.Any(p => p.NodeCosts is null) ? null : [.. parts.SelectMany(p => p.NodeCosts!)],
            parts.Any(p => p.Spread is null) ? null : [.. parts.SelectMany(p => p.Spread!)]);
    }
}
