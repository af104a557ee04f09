namespace NarFormer.Server.Contracts;

/// <summary>A network in a list.</summary>
/// <param name="Hash">What it is called here.</param>
/// <param name="Name">The name of the file that brought it first.</param>
/// <param name="Family">Its family, where that is known.</param>
/// <param name="Nodes">Operations.</param>
/// <param name="Macs">Multiply-accumulate operations.</param>
/// <param name="Params">Elements of all weights.</param>
/// <param name="Milliseconds">Its latency on the first platform for which there is one; null if nothing is known.</param>
/// <param name="Source"><c>measured</c>, <c>predicted</c> or null.</param>
public sealed record NetworkSummary(string Hash, string Name, string? Family, int Nodes, long Macs, long Params, double? Milliseconds, string? Source);
