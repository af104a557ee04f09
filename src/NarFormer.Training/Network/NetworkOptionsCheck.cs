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
            Require(options.StaticFeatures > 0 && !options.IgnoresStatics && options.Readout != ReadoutKind.MeanOfLayers, "scaledStatics needs static features and a readout that uses them");
        Require(options.Hidden > 0, "hidden has to be above 0");
        Require(options.Layers > 0, "layers has to be above 0");
        Require(options.FeedForwardRatio > 0, "feedForwardRatio has to be above 0");
        Require(options.Dropout is >= 0 and < 1, "dropout has to lie in [0, 1)");
        if (options.FeedForward == FeedForwardKind.Grouped)
            Require(options.Groups > 0 && options.Hidden % options.Groups == 0, $"hidden ({options.Hidden}) has to be a multiple of groups ({options.Groups})");
        if (options.ResidualAttention)
            Require(options.Stem == StemKind.Linear || options.NodeFeatures == options.Hidden, "residualAttention needs stem linear, so that the first block keeps its width");
        if (options.WorkFeature is { } work)
        {
            Require(options.Readout == ReadoutKind.SumOfNodeCosts, "workFeature needs the readout sumOfNodeCosts");
            Require(work >= 0 && work < options.NodeFeatures, $"workFeature has to lie in [0, {options.NodeFeatures})");
        }

        if (options.Positions != PositionKind.None) Require(options.Stem == StemKind.Linear, "positions need stem linear, behind which they are added");
        if (options.Scope == AttentionScope.Network) Require(options.Edges == EdgeDirection.Undirected, "scope network knows no direction: edges has to be undirected");
        CheckMixer(options);
    }

    private static void CheckMixer(NetworkOptions options)
    {
        if (options.Mixer == MixerKind.GraphAttention) return;
        string mixer = options.Mixer == MixerKind.Sage ? "mixer sage" : "mixer selfAttention";
        Require(!options.DegreeGate, $"{mixer} has no degree gate: degreeGate has to be false");
        Require(!options.ResidualAttention && options.Edges == EdgeDirection.Undirected, $"{mixer} takes neither residualAttention nor edges both");
        if (options.Mixer == MixerKind.Sage)
        {
            Require(options.Scope == AttentionScope.Edges && options.Weighting == AttentionWeighting.Linear, $"{mixer} takes the mean of neighbours: scope has to be edges and weighting linear");
            return;
        }

        Require(options.Scope == AttentionScope.Network && options.Weighting == AttentionWeighting.Softmax, $"{mixer} needs scope network and weighting softmax");
        Require(options.Stem == StemKind.Linear || options.NodeFeatures == options.Hidden, $"{mixer} needs stem linear, so that the first block keeps its width");
        Require(options.Heads > 0 && options.Hidden % options.Heads == 0, $"hidden ({options.Hidden}) has to be a multiple of heads ({options.Heads})");
    }

    private static void Require(bool fits, string rule)
    {
        if (!fits) throw new ArgumentException("network options: " + rule);
    }
}
