namespace NarFormer;

/// <summary>How a predictor works.</summary>
public sealed record PredictorOptions
{
    /// <summary>How many batches of <see cref="Predictor.PredictMany(IEnumerable{Graphs.NetworkGraph})"/> are worked on at once. Default: one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// The share of networks whose truth is to lie in the interval of their prediction. The nearest coverage that the
    /// predictor knows is used. Default 0.9.
    /// </summary>
    public double Coverage { get; init; } = 0.9;
}
