namespace NarFormer.Encoding;

/// <summary>A network as numbers, ready for a predictor.</summary>
public sealed class EncodedNetwork
{
    /// <summary>Creates an encoded network.</summary>
    /// <exception cref="ArgumentException">An array's length does not fit the counts, or an edge names a node that is not there.</exception>
    public EncodedNetwork(int nodeCount, float[] nodeFeatures, int[] edgeSources, int[] edgeTargets, float[] staticFeatures)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nodeCount);
        if (nodeFeatures.Length % nodeCount != 0)
            throw new ArgumentException($"{nodeFeatures.Length} features do not divide among {nodeCount} nodes", nameof(nodeFeatures));
        if (edgeSources.Length != edgeTargets.Length)
            throw new ArgumentException($"{edgeSources.Length} sources and {edgeTargets.Length} targets", nameof(edgeTargets));
        if (edgeSources.Concat(edgeTargets).Any(n => (uint)n >= (uint)nodeCount))
            throw new ArgumentException($"an edge names a node outside 0..{nodeCount - 1}", nameof(edgeSources));
        NodeCount = nodeCount;
        NodeFeatures = nodeFeatures;
        EdgeSources = edgeSources;
        EdgeTargets = edgeTargets;
        StaticFeatures = staticFeatures;
    }

    /// <summary>The number of nodes.</summary>
    public int NodeCount { get; }

    /// <summary>The number of features of one node.</summary>
    public int FeatureCount => NodeFeatures.Length / NodeCount;

    /// <summary>What each node is called, <c>[nodes]</c>; empty if nothing is known.</summary>
    public IReadOnlyList<string> NodeNames { get; init; } = [];

    /// <summary>Row-major <c>[nodes, features]</c>.</summary>
    public float[] NodeFeatures { get; }

    /// <summary>Source node of each directed edge, <c>[edges]</c>, as the network's values flow.</summary>
    public int[] EdgeSources { get; }

    /// <summary>Target node of each directed edge, <c>[edges]</c>.</summary>
    public int[] EdgeTargets { get; }

    /// <summary>Features of the network as a whole, <c>[static features]</c>; empty if the encoding has none.</summary>
    public float[] StaticFeatures { get; }
}
