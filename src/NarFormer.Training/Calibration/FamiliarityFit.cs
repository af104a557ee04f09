using NarFormer.Encoding;
using NarFormer.Familiarity;
using NarFormer.Training.Projection;

namespace NarFormer.Training.Calibration;

/// <summary>
/// Learns what is like the training data: references from the training split, limits from the validation split. The two
/// limits, of distances and of features, are raised together until the stated share of validation networks exceeds one of them.
/// Networks of further data sets are left out: an operator that training knows from them alone is not predicted as well as the others.
/// </summary>
internal static class FamiliarityFit
{
    /// <summary>The share of networks like those of the training data that is flagged.</summary>
    public const double FalseAlarmRate = 0.05;

    private const int MostReferences = 1024;
    private const float SmallestExcess = 0.25f;

    public static FamiliarityModel Of(PredictedNetworks training, PredictedNetworks validation)
    {
        var model = new FamiliarityModel
        {
            References = ReferenceEmbeddings.Cover(training.Embeddings, MostReferences, standardized => GroupAxes.Of(standardized, training.Families)),
            DistanceLimit = 1,
            NodeRange = FeatureRange.Of(training.Networks[0].FeatureCount, training.Networks.SelectMany(Rows)),
            StaticRange = FeatureRange.Of(training.Networks[0].StaticFeatures.Length, training.Networks.Select(n => (ReadOnlyMemory<float>)n.StaticFeatures)),
            ExcessLimit = 1,
            FalseAlarmRate = FalseAlarmRate,
        };
        FamiliarityFinding[] findings = [.. validation.Networks.Select((n, i) => model.Check(n, validation.Embeddings[i]))];
        double distance = Limit(findings.Select(f => f.EmbeddingDistance));
        double excess = Math.Max(SmallestExcess, Limit(findings.Select(f => f.FeatureExcess)));
        double both = Limit(findings.Select(f => Math.Max(f.EmbeddingDistance / distance, f.FeatureExcess / excess)));
        return model with { DistanceLimit = (float)(distance * both), ExcessLimit = (float)(excess * both) };
    }

    private static double Limit(IEnumerable<double> values) => Math.Max(float.Epsilon, ConformalQuantile.Of([.. values], 1 - FalseAlarmRate));

    private static IEnumerable<ReadOnlyMemory<float>> Rows(EncodedNetwork network)
    {
        int width = network.FeatureCount;
        for (int node = 0; node < network.NodeCount; node++) yield return network.NodeFeatures.AsMemory(node * width, width);
    }
}
