namespace NarFormer.Architecture;

/// <summary>
/// The shape of a NAR-Former network. The defaults are those published for latency on NNLQP (arXiv 2306.10792); every
/// other choice composes with them, so an ablation is a set of options and never a second network.
/// </summary>
public sealed record NetworkOptions
{
    /// <summary>Features of one node, as the encoding makes them.</summary>
    public required int NodeFeatures { get; init; }

    /// <summary>Features of a whole network; 0 if the encoding has none.</summary>
    public required int StaticFeatures { get; init; }

    /// <summary>
    /// Whether static features are brought to mean 0 and a common spread before the read-out uses them, by
    /// <c>static_scaling.weight</c> and <c>static_scaling.bias</c>, both <c>[static features]</c>. Default false.
    /// </summary>
    public bool ScaledStatics { get; init; }

    /// <summary>Whether the read-out leaves static features aside. Default false.</summary>
    public bool IgnoresStatics { get; init; }

    /// <summary>Width of the hidden states. Default 512.</summary>
    public int Hidden { get; init; } = 512;

    /// <summary>Number of blocks, each a token mixer and, unless there is none, a feed-forward network. Default 2.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Groups of the grouped feed-forward network. Default 8.</summary>
    public int Groups { get; init; } = 8;

    /// <summary>How much wider the middle of the feed-forward network is. Default 4.</summary>
    public int FeedForwardRatio { get; init; } = 4;

    /// <summary>Share of activations dropped in training. Default 0.05.</summary>
    public double Dropout { get; init; } = 0.05;

    /// <summary>What happens to node features before the first block. Default <see cref="StemKind.None"/>.</summary>
    public StemKind Stem { get; init; } = StemKind.None;

    /// <summary>What is added to node features behind the stem, which it needs. Default <see cref="PositionKind.None"/>.</summary>
    public PositionKind Positions { get; init; } = PositionKind.None;

    /// <summary>The token mixer of a block. Default <see cref="MixerKind.GraphAttention"/>.</summary>
    public MixerKind Mixer { get; init; } = MixerKind.GraphAttention;

    /// <summary>Heads of <see cref="MixerKind.SelfAttention"/>. Default 4.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>To which nodes attention is confined. Default <see cref="AttentionScope.Edges"/>.</summary>
    public AttentionScope Scope { get; init; } = AttentionScope.Edges;

    /// <summary>How attention weighs what it gathers. Default <see cref="AttentionWeighting.Linear"/>.</summary>
    public AttentionWeighting Weighting { get; init; } = AttentionWeighting.Linear;

    /// <summary>Which neighbours a node attends to. Default <see cref="EdgeDirection.Undirected"/>.</summary>
    public EdgeDirection Edges { get; init; } = EdgeDirection.Undirected;

    /// <summary>Whether a gate computed from a node's degree scales its features before attention. Default true.</summary>
    public bool DegreeGate { get; init; } = true;

    /// <summary>
    /// Whether attention is <c>x + ReLU(attention(LayerNorm(x)))</c>, which keeps magnitudes; false is the published
    /// <c>ReLU(L2-normalise(attention(x)))</c>. Needs a stem, because the first block keeps its width. Default false.
    /// </summary>
    public bool ResidualAttention { get; init; }

    /// <summary>The feed-forward network. Default <see cref="FeedForwardKind.Grouped"/>.</summary>
    public FeedForwardKind FeedForward { get; init; } = FeedForwardKind.Grouped;

    /// <summary>How node states become one prediction. Default <see cref="ReadoutKind.SumWithStatics"/>.</summary>
    public ReadoutKind Readout { get; init; } = ReadoutKind.SumWithStatics;

    /// <summary>
    /// The node feature that holds a node's work (<see cref="NodeWork"/>), counted from 0; <see cref="ReadoutKind.SumOfNodeCosts"/>
    /// then predicts the time of a unit of work. Default none: it predicts times.
    /// </summary>
    public int? WorkFeature { get; init; }
}
