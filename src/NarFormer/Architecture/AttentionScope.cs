namespace NarFormer.Architecture;

/// <summary>To which nodes attention is confined.</summary>
public enum AttentionScope
{
    /// <summary>Neighbours (published); cost is linear in the edges.</summary>
    Edges,

    /// <summary>All nodes of the same network, the node itself among them; cost is quadratic in the nodes of a network.</summary>
    Network,
}
