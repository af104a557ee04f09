using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Familiarity;
using NarFormer.Files;
using NarFormer.Graphs;

namespace NarFormer.Runtime;

/// <summary>Turns what a predictor graph gives into predictions with intervals and warnings.</summary>
internal sealed class PredictionMaker(PredictorFile file, double coverage)
{
    private readonly IntervalWidth _width = IntervalWidth.Of(file.Description.ErrorQuantiles, file.Description.ErrorScale, coverage)
        ?? throw new InvalidDataException($"predictor {file.Description.Name} does not know its errors");

    /// <summary>The share of networks whose truth lies in their interval.</summary>
    public double Coverage => _width.Coverage;

    /// <summary>A prediction for each of <paramref name="networks"/>.</summary>
    /// <param name="networks">The networks of the run.</param>
    /// <param name="outputs">What the run gave.</param>
    /// <param name="graphs">The networks before encoding, where they are known.</param>
    public Prediction[] Make(IReadOnlyList<EncodedNetwork> networks, PredictorOutputs outputs, IReadOnlyList<NetworkGraph>? graphs)
    {
        var predictions = new Prediction[networks.Count];
        int width = outputs.Embeddings.Length / networks.Count;
        int node = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            var embedding = outputs.Embeddings.AsMemory(i * width, width);
            var finding = file.Familiarity.Check(networks[i], embedding.Span);
            var costs = outputs.NodeCosts is { } all ? all[node..(node + networks[i].NodeCount)] : [];
            double logWidth = _width.At(new ErrorSigns(outputs.Predictions[i], networks[i].NodeCount, finding.EmbeddingDistance, outputs.Spread?[i]));
            predictions[i] = Make(outputs.Predictions[i], logWidth, embedding, costs, finding, FamiliarityWarnings.Of(finding, networks[i], graphs?[i]));
            node += networks[i].NodeCount;
        }

        return predictions;
    }

    private Prediction Make(double value, double logWidth, ReadOnlyMemory<float> embedding, float[] nodeCosts, FamiliarityFinding finding, IReadOnlyList<string> warnings) => new()
    {
        Value = value,
        Low = value * Math.Exp(-logWidth),
        High = value * Math.Exp(logWidth),
        Coverage = _width.Coverage,
        Unit = file.Description.Unit,
        Platform = file.Description.Platform,
        IsFamiliar = finding.IsFamiliar,
        Distance = finding.Distance,
        Warnings = warnings,
        Embedding = embedding,
        NodeCosts = nodeCosts,
    };
}
