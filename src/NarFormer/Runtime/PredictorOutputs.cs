namespace NarFormer.Runtime;

/// <summary>What a predictor graph gives for a packed batch.</summary>
/// <param name="Predictions">[graphs].</param>
/// <param name="Embeddings">Row-major [graphs, hidden].</param>
/// <param name="NodeCosts">[nodes], where the network sums node costs.</param>
internal sealed record PredictorOutputs(float[] Predictions, float[] Embeddings, float[]? NodeCosts);
