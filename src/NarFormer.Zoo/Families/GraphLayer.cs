namespace NarFormer.Zoo.Families;

/// <summary>The kind of layer of a graph network.</summary>
internal enum GraphLayer
{
    /// <summary>GCN: features mapped, then summed over neighbours.</summary>
    Convolution,

    /// <summary>GraphSAGE: neighbours and the node itself, each with weights of their own.</summary>
    Sample,

    /// <summary>GIN: the sum with the node itself through two dense layers.</summary>
    Isomorphism,
}
