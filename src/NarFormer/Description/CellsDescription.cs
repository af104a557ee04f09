namespace NarFormer.Description;

/// <summary>The cells that a predictor of cells takes.</summary>
/// <param name="Space">The name of their space.</param>
/// <param name="Operations">The operations that it knows, in the order of their numbers.</param>
/// <param name="Prune">Whether it saw cells without the nodes of <c>none</c> and what only hangs on them.</param>
/// <param name="Calibration">The line from the network's scores to values of what is predicted; empty if scores are such values.</param>
/// <param name="LowestIsBest">Whether the lowest value is the best, as of latency; false in files that do not say.</param>
public sealed record CellsDescription(
    string Space, IReadOnlyList<string> Operations, bool Prune, IReadOnlyList<ScoreKnot> Calibration, bool LowestIsBest = false);
