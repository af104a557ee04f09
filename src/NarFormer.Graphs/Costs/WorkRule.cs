namespace NarFormer.Graphs.Costs;

/// <summary>Counts what <paramref name="node"/> computes; 0 where a shape that it needs is not known.</summary>
internal delegate Work WorkRule(NetworkNode node);
