namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>
/// What is believed of a new platform before anything is measured on it: it is like the old one but for a factor. Weights
/// are independent and normal; that of the old prediction's logarithm has the mean 1, all others have the mean 0.
/// </summary>
/// <param name="Embedding">The standard deviation of the logarithm that the embedding may account for.</param>
/// <param name="Statics">The standard deviation of the logarithm that static features may account for.</param>
/// <param name="Noise">The standard deviation of the logarithm that nothing accounts for.</param>
internal sealed record HeadPrior(double Embedding, double Statics, double Noise)
{
    /// <summary>The standard deviation of the logarithm of the factor: the new platform may well be a hundred times as slow.</summary>
    private const double Factor = 5;

    /// <summary>The standard deviation of the weight of the old prediction's logarithm.</summary>
    private const double Slope = 0.15;

    private static readonly double[] Deviations = [0, 0.1, 0.2, 0.4, 0.8];

    private static readonly double[] Noises = [0.02, 0.04, 0.08, 0.16, 0.32];

    /// <summary>The alternatives, each as likely as another before anything is measured.</summary>
    public static IReadOnlyList<HeadPrior> All { get; } =
        [.. from embedding in Deviations from statics in Deviations from noise in Noises select new HeadPrior(embedding, statics, noise)];

    /// <summary>The mean of the weight of a column of <paramref name="kind"/>.</summary>
    public static double Mean(HeadFeatureKind kind) => kind == HeadFeatureKind.Prediction ? 1 : 0;

    /// <summary>The variance of the weight of a column of <paramref name="kind"/>.</summary>
    public double Variance(HeadFeatureKind kind)
    {
        double deviation = kind switch
        {
            HeadFeatureKind.Constant => Factor,
            HeadFeatureKind.Prediction => Slope,
            HeadFeatureKind.Embedding => Embedding,
            _ => Statics,
        };
        return deviation * deviation;
    }
}
