namespace NarFormer.Architecture;

/// <summary>Which neighbours a node attends to.</summary>
public enum EdgeDirection
{
    /// <summary>Predecessors and successors alike, through one value map (published).</summary>
    Undirected,

    /// <summary>
    /// Predecessors through <c>lin_l</c> and successors through a second map <c>lin_b.weight</c> (without bias), each
    /// normalised on its own; the attention scores are shared.
    /// </summary>
    Both,
}
