namespace NarFormer.Training.Samples;

/// <summary>The encoding that samples were made by.</summary>
/// <param name="Name">Its name with its version.</param>
/// <param name="NodeFeatureCount">Features of a node.</param>
/// <param name="StaticFeatureCount">Features of a cell or network as a whole.</param>
/// <param name="Operations">The operations of cells that it has numbers for; empty if it is one of whole networks.</param>
public sealed record SampleEncoding(string Name, int NodeFeatureCount, int StaticFeatureCount, IReadOnlyList<string> Operations);
