namespace NarFormer.Server.Contracts;

/// <summary>A machine and runtime.</summary>
/// <param name="Name">What it is called in answers.</param>
/// <param name="Description">What it is.</param>
/// <param name="Predictors">The names of the predictors for it.</param>
/// <param name="Measurements">How many measurements of it are known.</param>
public sealed record PlatformContract(string Name, string Description, IReadOnlyList<string> Predictors, long Measurements);
