namespace NarFormer.Architecture;

/// <summary>What tells a node where it stands in its network, beside its neighbours.</summary>
public enum PositionKind
{
    /// <summary>Nothing (published).</summary>
    None,

    /// <summary>
    /// Sines and cosines of the longest path from an input to the node, at frequencies 10000^(-2i/hidden) (Vaswani et al. 2017),
    /// added behind the stem.
    /// </summary>
    Depth,
}
