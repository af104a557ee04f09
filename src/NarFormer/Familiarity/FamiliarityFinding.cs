namespace NarFormer.Familiarity;

/// <summary>How a network compares with the training data.</summary>
/// <param name="EmbeddingDistance">The distance of its embedding from the training data as a multiple of the limit.</param>
/// <param name="FeatureExcess">How far its features lie outside the training data's range as a multiple of the limit; 0 inside.</param>
/// <param name="StrangeNodes">Nodes with features outside that range by more than the limit.</param>
/// <param name="StrangeTotals">Whether features of the network as a whole lie outside it by more than the limit.</param>
public sealed record FamiliarityFinding(double EmbeddingDistance, double FeatureExcess, IReadOnlyList<int> StrangeNodes, bool StrangeTotals)
{
    /// <summary>How unlike the training data the network is, as a multiple of the limit: up to 1 is familiar.</summary>
    public double Distance => Math.Max(EmbeddingDistance, FeatureExcess);

    /// <summary>Whether the network is like the training data.</summary>
    public bool IsFamiliar => Distance <= 1;
}
