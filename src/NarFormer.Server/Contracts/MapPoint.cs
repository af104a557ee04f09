namespace NarFormer.Server.Contracts;

/// <summary>A network on the map of all networks.</summary>
/// <param name="Hash">What it is called here.</param>
/// <param name="Name">The name of the file that brought it first.</param>
/// <param name="Family">Its family, where that is known.</param>
/// <param name="X">Its place along the direction in which networks differ most.</param>
/// <param name="Y">Its place along the next direction.</param>
/// <param name="Milliseconds">Its latency on the predictor's platform; null if nothing is known.</param>
/// <param name="Source"><c>measured</c>, <c>predicted</c> or null.</param>
public sealed record MapPoint(string Hash, string Name, string? Family, double X, double Y, double? Milliseconds, string? Source);
