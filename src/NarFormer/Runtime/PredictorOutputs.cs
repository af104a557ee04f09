namespace NarFormer.Runtime;

/// <summary>What a predictor graph gives for a packed batch.</summary>
/// <param name="Predictions">[graphs].</param>
/// <param name="Embeddings">Row-major [graphs, hidden].</param>
/// <param name="NodeCosts">[nodes], where the network sums node costs.</param>
/// <param name="Spread">[graphs], where the predictor is an ensemble that says how far its members differ.</param>
internal sealed record PredictorOutputs(float[] Predictions, float[] Embeddings, float[]? NodeCosts, float[]? Spread)
{
    /// <summary>The graphs one by one.</summary>
    /// <param name="valueOf">The value that a prediction of the graph stands for.</param>
    public NetworkEmbedding[] Embedded(Func<double, double> valueOf)
    {
        int width = Embeddings.Length / Predictions.Length;
        return [.. Predictions.Select((p, i) => new NetworkEmbedding(Embeddings[(i * width)..((i + 1) * width)], valueOf(p)))];
    }
}
