namespace NarFormer.Description;

/// <summary>The smallest and the largest of some values.</summary>
/// <param name="Low">The smallest.</param>
/// <param name="High">The largest.</param>
public sealed record ValueRange(double Low, double High);
