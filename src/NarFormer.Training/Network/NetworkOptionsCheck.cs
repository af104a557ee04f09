using NarFormer.Architecture;

namespace NarFormer.Training.Network;

/// <summary>Whether options describe a network that can be built.</summary>
internal static class NetworkOptionsCheck
{
    /// <exception cref="ArgumentException">An option is out of range or does not fit another; the message names it.</exception>
    public static void Check(NetworkOptions options)
    {
        Require(options.NodeFeatures > 0, "nodeFeatures has to be above 0");
        Require(options.StaticFeatures >= 0, "staticFeatures has to be 0 or above");
        if (options.ScaledStatics)
            Require(options.StaticFeatures > 0 && options.Readout != ReadoutKind.MeanOfLayers, "scaledStatics needs static features and a readout that uses them");
        Require(options.Hidden > 0, "hidden has to be above 0");
        Require(options.Layers > 0, "layers has to be above 0");
        Require(options.FeedForwardRatio > 0, "feedForwardRatio has to be above 0");
        Require(options.Dropout is >= 0 and < 1, "dropout has to lie in [0, 1)");
        if (options.FeedForward == FeedForwardKind.Grouped)
            Require(options.Groups > 0 && options.Hidden % options.Groups == 0, $"hidden ({options.Hidden}) has to be a multiple of groups ({options.Groups})");
        if (options.ResidualAttention)
            Require(options.Stem == StemKind.Linear || options.NodeFeatures == options.Hidden, "residualAttention needs stem linear, so that the first block keeps its width");
    }

    private static void Require(bool fits, string rule)
    {
        if (!fits) throw new ArgumentException("network options: " + rule);
    }
}
