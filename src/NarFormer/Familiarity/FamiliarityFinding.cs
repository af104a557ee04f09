namespace NarFormer.Familiarity;

/// <summary>How a network compares with the training data.</summary>
/// <param name="Distance">Its distance from the training data as a multiple of the limit: up to 1 is familiar.</param>
/// <param name="StrangeNodes">Nodes with features outside the training data's range.</param>
/// <param name="StrangeTotals">Whether features of the network as a whole lie outside the training data's range.</param>
public sealed record FamiliarityFinding(double Distance, IReadOnlyList<int> StrangeNodes, bool StrangeTotals)
{
    /// <summary>Whether the network is like the training data.</summary>
    public bool IsFamiliar => Distance <= 1 && StrangeNodes.Count == 0 && !StrangeTotals;
}
