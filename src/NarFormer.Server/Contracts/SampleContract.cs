namespace NarFormer.Server.Contracts;

/// <summary>A network to try the service on.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Title">What to call it.</param>
public sealed record SampleContract(string Name, string Title);
