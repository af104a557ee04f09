using NarFormer.Explanations;
using NarFormer.Server.Contracts;
using NarFormer.Server.Predictors;
using NarFormer.Server.Problems;

namespace NarFormer.Server.Networks;

/// <summary>Explains predictions by the parts of nodes.</summary>
internal sealed class NetworkExplanations(NetworkReading reading, PredictorCatalog predictors)
{
    /// <summary>The graph of <paramref name="read"/> with the parts of the prediction where there is a predictor that tells them.</summary>
    /// <param name="read">The network.</param>
    /// <param name="predictor">The predictor to ask; null for the one of the first platform.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="NotFoundException">There is no predictor of that name.</exception>
    public async Task<GraphContract> GraphAsync(ReadNetwork read, string? predictor, CancellationToken cancellation)
    {
        var (graph, cost, _, _) = read.Inspection;
        if (predictors.Explaining(predictor) is not { } asked || await ExplainAsync(read, asked, cancellation).ConfigureAwait(false) is not { } explanation)
            return GraphContracts.Of(graph, cost);
        var prediction = explanation.Prediction;
        return GraphContracts.Of(graph, cost, explanation.Nodes, new ExplanationContract(asked.Description.Name, prediction.Platform, prediction.Unit, prediction.Value));
    }

    // A network that cannot be predicted has a graph all the same.
    private async Task<Explanation?> ExplainAsync(ReadNetwork read, ServedNetworkPredictor predictor, CancellationToken cancellation)
    {
        try
        {
            var encoded = await reading.EncodeAsync(read, predictor.Encoding, cancellation).ConfigureAwait(false);
            var prediction = (await predictor.PredictAsync([encoded], cancellation).ConfigureAwait(false))[0];
            return Explanation.Of(read.Inspection.Graph, encoded, prediction);
        }
        catch (Exception e) when (e is UnreadableException or InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }
}
