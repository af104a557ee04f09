namespace NarFormer.Architecture;

/// <summary>How scores become the weights of a node's attention, which add up to 1.</summary>
public enum AttentionWeighting
{
    /// <summary>Scores divided by their sum (published).</summary>
    Linear,

    /// <summary>Softmax.</summary>
    Softmax,
}
