namespace NarFormer;

/// <summary>A network as a predictor sees it.</summary>
/// <param name="Vector">A vector in which networks that are alike lie near, <c>[hidden]</c>.</param>
/// <param name="Prediction">The prediction, in the predictor's unit.</param>
public sealed record NetworkEmbedding(float[] Vector, double Prediction);
