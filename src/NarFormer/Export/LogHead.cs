namespace NarFormer.Export;

/// <summary>
/// What is laid onto a predictor to make it one of another platform: the logarithm of the new prediction is
/// <c>bias + slope · ln prediction + embedding · e + statics · s</c>.
/// </summary>
/// <param name="Bias">The constant.</param>
/// <param name="Slope">The weight of the logarithm of the old prediction.</param>
/// <param name="Embedding">Weights of the embedding, <c>[hidden]</c>.</param>
/// <param name="Statics">Weights of the static features, <c>[static features]</c>.</param>
public sealed record LogHead(double Bias, double Slope, IReadOnlyList<double> Embedding, IReadOnlyList<double> Statics)
{
    /// <summary>The new prediction.</summary>
    /// <param name="prediction">The old one.</param>
    /// <param name="embedding">The embedding, <c>[hidden]</c>.</param>
    /// <param name="statics">The static features, <c>[static features]</c>.</param>
    public double Predict(double prediction, ReadOnlySpan<float> embedding, ReadOnlySpan<float> statics)
    {
        double log = Bias + (Slope * Math.Log(prediction));
        for (int i = 0; i < embedding.Length; i++) log += Embedding[i] * embedding[i];
        for (int i = 0; i < statics.Length; i++) log += Statics[i] * statics[i];
        return Math.Exp(log);
    }
}
