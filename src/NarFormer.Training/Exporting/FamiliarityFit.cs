using NarFormer.Encoding;
using NarFormer.Familiarity;
using NarFormer.Training.Runs;

namespace NarFormer.Training.Exporting;

/// <summary>Learns what is like the training data: references from the training split, limits from the validation split.</summary>
internal static class FamiliarityFit
{
    private const int MostReferences = 512;
    private const double FamiliarShare = 0.99;
    private const float SmallestExcess = 0.25f;

    public static FamiliarityModel Of(TrainedEnsemble network, IReadOnlyList<EncodedNetwork> training, IReadOnlyList<EncodedNetwork> validation)
    {
        var references = ReferenceEmbeddings.Cover(network.Embed(training), MostReferences);
        var nodes = FeatureRange.Of(network.Options.NodeFeatures, training.SelectMany(Rows));
        var statics = FeatureRange.Of(network.Options.StaticFeatures, training.Select(s => (ReadOnlyMemory<float>)s.StaticFeatures));
        double[] distances = [.. network.Embed(validation).Select(e => (double)references.Distance(e)).Order()];
        double[] excesses = [.. validation.Select(s => (double)Math.Max(Rows(s).Max(r => nodes.Excess(r.Span)), statics.Excess(s.StaticFeatures))).Order()];
        return new FamiliarityModel
        {
            References = references,
            DistanceLimit = (float)Quantile(distances),
            NodeRange = nodes,
            StaticRange = statics,
            ExcessLimit = Math.Max(SmallestExcess, (float)Quantile(excesses)),
        };
    }

    private static double Quantile(double[] sorted) => sorted[(int)Math.Ceiling(FamiliarShare * sorted.Length) - 1];

    private static IEnumerable<ReadOnlyMemory<float>> Rows(EncodedNetwork network)
    {
        int width = network.FeatureCount;
        for (int node = 0; node < network.NodeCount; node++) yield return network.NodeFeatures.AsMemory(node * width, width);
    }
}
