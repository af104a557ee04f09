namespace NarFormer.Architecture;

/// <summary>How nodes exchange what they know; the first part of a block.</summary>
public enum MixerKind
{
    /// <summary>Graph-aided attention (published, arXiv 2306.10792 section 3.2).</summary>
    GraphAttention,

    /// <summary>
    /// GraphSAGE as in NNLP (Liu et al. 2022): <c>ReLU(L2-normalise(lin_l(mean of the neighbours) + lin_r(x)))</c>.
    /// </summary>
    Sage,

    /// <summary>
    /// Multi-head attention of a transformer: <c>x + lin_o(softmax(q kᵀ / √d) v)</c> with maps <c>lin_q</c>, <c>lin_k</c> and
    /// <c>lin_v</c> of <c>LayerNorm(x)</c>, over all nodes of a network.
    /// </summary>
    SelfAttention,
}
