namespace NarFormer.Training.Evaluation;

/// <summary>A network of a known latency beside what was predicted for it.</summary>
/// <param name="Family">The family of the network.</param>
/// <param name="Seed">The seed that makes the network within its family.</param>
/// <param name="Truth">The measured latency, ms.</param>
/// <param name="Prediction">The predicted latency, ms.</param>
public sealed record ScoredNetwork(string Family, ulong Seed, double Truth, double Prediction)
{
    /// <summary>Nodes of the network's file; 0 if it is not known.</summary>
    public int Nodes { get; init; }
}
