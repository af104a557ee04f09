using NarFormer.Zoo.Building;

namespace NarFormer.Zoo;

/// <summary>How large a network of the zoo may be, so that thousands can be measured in one sitting.</summary>
internal static class SizeLimits
{
    private const long MinimumMacs = 4_000_000, MaximumMacs = 3_000_000_000;
    private const long MaximumParameters = 60_000_000;
    private const int MinimumNodes = 10, MaximumNodes = 600;

    /// <summary>Whether the network is neither too small nor too large.</summary>
    public static bool Admit(NetworkBuilder builder) =>
        builder.Macs is >= MinimumMacs and <= MaximumMacs
        && builder.Parameters <= MaximumParameters
        && builder.NodeCount is >= MinimumNodes and <= MaximumNodes;
}
