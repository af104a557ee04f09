using NarFormer.Architecture;
using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Export;
using NarFormer.Familiarity;
using NarFormer.Files;
using NarFormer.Tests.Architecture;

namespace NarFormer.Tests.Runtime;

/// <summary>A predictor of random weights that finds everything familiar or nothing.</summary>
internal static class UntrainedPredictor
{
    public static readonly NetworkOptions Options = new()
    {
        NodeFeatures = new UniversalEncoding().NodeFeatureCount,
        StaticFeatures = new UniversalEncoding().StaticFeatureCount,
        Hidden = 16,
        Groups = 2,
        Readout = ReadoutKind.SumOfNodeCosts,
    };

    public static PredictorFile File(float limit = float.MaxValue) => PredictorFile.Of(
        PredictorGraph.Build(Options, RandomWeights.Of(Options), WeightPrecision.Single), Description, Familiarity(limit));

    public static PredictorDescription Description => new()
    {
        Name = "untrained",
        Predicts = "latency",
        Unit = "ms",
        Platform = "a test",
        Encoding = new UniversalEncoding().Name,
        Network = Options,
        TrainingData = new("none", 2, ["ResNet"], "00", new(1, 2), new(0.5, 3)),
        Scores = new Dictionary<string, PredictorScore> { ["test"] = new(10, 0.05, 0.9) },
        ErrorQuantiles = [new(0.5, 0.05), new(0.9, 0.1), new(0.95, 0.2)],
    };

    /// <summary>Errors that grow with the square root of the number of nodes.</summary>
    public static ErrorScale Scale => new(Math.Log(0.05), [new(ErrorSign.Nodes, 0.5, 0, Math.Log(100))], [new(0.5, 1), new(0.9, 2)]);

    public static PredictorFile ScaledFile() => PredictorFile.Of(
        PredictorGraph.Build(Options, RandomWeights.Of(Options), WeightPrecision.Single), Description with { ErrorScale = Scale }, Familiarity(float.MaxValue) with { FalseAlarmRate = 0.05 });

    private static FamiliarityModel Familiarity(float limit)
    {
        var random = new Random(1);
        float[][] embeddings = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, Options.Hidden).Select(_ => (float)random.NextDouble()).ToArray())];
        return new()
        {
            References = ReferenceEmbeddings.Cover(embeddings, most: 3),
            DistanceLimit = limit,
            NodeRange = FeatureRange.Of(Options.NodeFeatures, [new float[Options.NodeFeatures]]),
            StaticRange = FeatureRange.Of(Options.StaticFeatures, [new float[Options.StaticFeatures]]),
            ExcessLimit = limit,
        };
    }
}
