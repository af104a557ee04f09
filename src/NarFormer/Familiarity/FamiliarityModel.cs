using NarFormer.Encoding;

namespace NarFormer.Familiarity;

/// <summary>
/// Tells networks that are like the training data from others, by how far they lie from it in the predictor's own
/// embedding and by features that the training data never had. It is a test: its limits are set on validation networks, so
/// that a stated share of networks like them is flagged.
/// </summary>
public sealed record FamiliarityModel
{
    /// <summary>The training data's embeddings.</summary>
    public required ReferenceEmbeddings References { get; init; }

    /// <summary>The distance up to which a network is familiar.</summary>
    public required float DistanceLimit { get; init; }

    /// <summary>The range of node features.</summary>
    public required FeatureRange NodeRange { get; init; }

    /// <summary>The range of static features.</summary>
    public required FeatureRange StaticRange { get; init; }

    /// <summary>How far outside these ranges a feature of a familiar network may lie.</summary>
    public required float ExcessLimit { get; init; }

    /// <summary>The share of networks like those of the training data that is flagged all the same; null in files that do not say.</summary>
    public double? FalseAlarmRate { get; init; }

    /// <summary>Compares <paramref name="network"/>, whose embedding is <paramref name="embedding"/>, with the training data.</summary>
    public FamiliarityFinding Check(EncodedNetwork network, ReadOnlySpan<float> embedding)
    {
        var strange = new List<int>();
        float totals = StaticRange.Excess(network.StaticFeatures), largest = totals;
        int width = network.FeatureCount;
        for (int node = 0; node < network.NodeCount; node++)
        {
            float excess = NodeRange.Excess(network.NodeFeatures.AsSpan(node * width, width));
            if (excess > ExcessLimit) strange.Add(node);
            largest = Math.Max(largest, excess);
        }

        return new FamiliarityFinding(References.Distance(embedding) / DistanceLimit, largest / ExcessLimit, strange, totals > ExcessLimit);
    }
}
