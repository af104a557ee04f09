using NarFormer.Zoo.Building;

namespace NarFormer.Zoo;

/// <summary>How large a network of a family may be, so that thousands can be measured in one sitting.</summary>
/// <param name="MinimumMacs">The fewest multiply-accumulate operations, batch included.</param>
/// <param name="MaximumMacs">The most.</param>
/// <param name="MinimumNodes">The fewest nodes.</param>
/// <param name="MaximumNodes">The most nodes.</param>
internal sealed record SizeLimits(long MinimumMacs, long MaximumMacs, int MinimumNodes, int MaximumNodes)
{
    private const long MaximumParameters = 60_000_000;

    /// <summary>The limits of most image and text networks.</summary>
    public static SizeLimits Narrow { get; } = new(4_000_000, 3_000_000_000, 10, 600);

    /// <summary>From a handful of nodes to networks of hundreds of layers.</summary>
    public static SizeLimits Wide { get; } = new(12_000_000, 5_000_000_000, 5, 1500);

    /// <summary>Whether the network is neither too small nor too large.</summary>
    public bool Admit(NetworkBuilder builder) =>
        builder.Macs >= MinimumMacs && builder.Macs <= MaximumMacs
        && builder.Parameters <= MaximumParameters
        && builder.NodeCount >= MinimumNodes && builder.NodeCount <= MaximumNodes;
}
