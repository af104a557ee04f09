namespace NarFormer.Training.Runs;

/// <summary>Which network of a data set it is.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Seed">Its number in the family.</param>
/// <param name="Nodes">Nodes of its file.</param>
public sealed record NetworkName(string Family, ulong Seed, int Nodes);
