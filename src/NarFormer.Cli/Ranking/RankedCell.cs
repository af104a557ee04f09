namespace NarFormer.Cli.Ranking;

/// <summary>A cell with its place in a ranking.</summary>
/// <param name="Rank">The place, from 1.</param>
/// <param name="Id">What the file or the space calls it.</param>
/// <param name="Architecture">Its operations and edges as text.</param>
/// <param name="Prediction">What is predicted for it.</param>
internal readonly record struct RankedCell(int Rank, string Id, string Architecture, double Prediction);
