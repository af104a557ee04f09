using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Export;
using NarFormer.Files;
using NarFormer.Runtime;

namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>The head that measurements on a new platform give a predictor.</summary>
internal sealed class AdaptedHead
{
    private AdaptedHead(LogHead head, double[] old, double[] fitted, double[] leftOut, ErrorSigns[] signs)
    {
        Signs = signs;
        Head = head;
        Old = old;
        Fitted = fitted;
        LeftOut = leftOut;
    }

    /// <summary>The head.</summary>
    public LogHead Head { get; }

    /// <summary>What the predictor gave before, for each measured network, in ms.</summary>
    public double[] Old { get; }

    /// <summary>What it gives with the head, in ms.</summary>
    public double[] Fitted { get; }

    /// <summary>What the head that the other networks give says of each, in ms.</summary>
    public double[] LeftOut { get; }

    /// <summary>The signs of the predictions in <see cref="LeftOut"/>.</summary>
    public ErrorSigns[] Signs { get; }

    /// <summary>Fits a head of <paramref name="source"/> to <paramref name="samples"/>.</summary>
    /// <exception cref="InvalidDataException">The predictor does not predict anything above 0 for a network.</exception>
    public static AdaptedHead Of(PredictorFile source, IReadOnlyList<AdaptationSample> samples)
    {
        EncodedNetwork[] networks = [.. samples.Select(s => s.Network)];
        using var session = new PredictorSession(source.Model, source.Description.Network.Edges);
        var outputs = BatchedOutputs.Of(session, networks);
        var features = HeadFeatures.Of(source.Familiarity);
        double[][] rows = features.Rows(networks, outputs);
        var fit = new HeadFit(features.Kinds, rows, [.. samples.Select(s => Math.Log(s.LatencyMs))]);
        double[] weights = fit.Weights();
        double[] leftOut = [.. fit.LeftOut().Select(Math.Exp)];
        int width = outputs.Embeddings.Length / networks.Length;
        return new AdaptedHead(
            features.Head(weights),
            [.. outputs.Predictions.Select(p => (double)p)],
            [.. rows.Select(row => Math.Exp(row.Zip(weights, (x, w) => x * w).Sum()))],
            leftOut,
            [.. networks.Select((n, i) => new ErrorSigns(leftOut[i], n.NodeCount, source.Familiarity.Check(n, outputs.Embeddings.AsSpan(i * width, width)).EmbeddingDistance, outputs.Spread?[i]))]);
    }
}
