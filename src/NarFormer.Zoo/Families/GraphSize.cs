namespace NarFormer.Zoo.Families;

/// <summary>The size of a graph that a network reads.</summary>
/// <param name="Nodes">Its nodes.</param>
/// <param name="Edges">Its edges as a list, or 0 for a dense matrix.</param>
internal sealed record GraphSize(int Nodes, int Edges);
