namespace NarFormer.Architecture;

/// <summary>
/// What a node's cost is measured in where <see cref="NetworkOptions.WorkFeature"/> names its work: the prior of a node's
/// cost is <c>(work + Overhead) / 5 · 10⁷</c> ms, and the network says by which factor it is off.
/// </summary>
public static class NodeWork
{
    /// <summary>The natural logarithm of the work that one unit of the feature stands for: the feature is <c>log2(1 + work) / 8</c>.</summary>
    public const float LogOfUnit = 8 * 0.693147181f;

    /// <summary>The work that starting a kernel is worth; without it a node that does nothing would cost nothing.</summary>
    public const float Overhead = 1e5f;

    /// <summary>The natural logarithm of the work of a millisecond, 5 · 10⁷, a round number near that of one core.</summary>
    public const float LogOfMillisecond = 17.7275337f;
}
