namespace NarFormer.Description;

/// <summary>A point of the rising line that turns a score into a value of the predicted quantity.</summary>
/// <param name="Score">What the network gives.</param>
/// <param name="Value">What it stands for.</param>
public sealed record ScoreKnot(double Score, double Value);
