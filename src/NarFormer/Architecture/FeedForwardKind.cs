namespace NarFormer.Architecture;

/// <summary>The feed-forward network of a block.</summary>
public enum FeedForwardKind
{
    /// <summary>Channels split into groups, layer norm after each map (published, paper section 3.3).</summary>
    Grouped,

    /// <summary>Two ordinary linear maps with a ReLU between: <c>net.0.weight [ratio·hidden, hidden]</c>, <c>net.3.weight</c>.</summary>
    Full,

    /// <summary>None: a block is its token mixer (NNLP).</summary>
    None,
}
