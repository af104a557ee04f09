using NarFormer.Encoding;
using NarFormer.Export;
using NarFormer.Familiarity;
using NarFormer.Runtime;

namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>
/// What a <see cref="LogHead"/> sees of a network, brought to the scale of the predictor's own training data: the constant 1,
/// the logarithm of the prediction, the embedding and the static features. Embedding and statics each have a mean square
/// of about 1 / width in every column, so that one variance of the weights is right for all of a kind.
/// </summary>
internal sealed class HeadFeatures
{
    private readonly (double Mean, double Scale)[] _embedding;
    private readonly (double Mean, double Scale)[] _statics;

    private HeadFeatures((double Mean, double Scale)[] embedding, (double Mean, double Scale)[] statics)
    {
        _embedding = embedding;
        _statics = statics;
    }

    /// <summary>The kind of each column.</summary>
    public IReadOnlyList<HeadFeatureKind> Kinds =>
    [
        HeadFeatureKind.Constant, HeadFeatureKind.Prediction, .. Enumerable.Repeat(HeadFeatureKind.Embedding, _embedding.Length),
        .. Enumerable.Repeat(HeadFeatureKind.Static, _statics.Length),
    ];

    /// <summary>The features of a predictor that takes <paramref name="familiarity"/> for like its training data.</summary>
    public static HeadFeatures Of(FamiliarityModel familiarity)
    {
        // A range holds about four standard deviations.
        const double DeviationsOfARange = 4;
        var references = familiarity.References;
        var range = familiarity.StaticRange;
        return new HeadFeatures(
            [.. references.Mean.Zip(references.Scale, (m, s) => ((double)m, (double)s))],
            [.. range.Low.Zip(range.High, (low, high) => ((low + high) / 2.0, (high - low) / DeviationsOfARange))]);
    }

    /// <summary>Rows of features, <c>[networks, columns]</c>, of what the predictor's graph gave for <paramref name="networks"/>.</summary>
    /// <exception cref="InvalidDataException">A prediction is not above 0.</exception>
    public double[][] Rows(IReadOnlyList<EncodedNetwork> networks, PredictorOutputs outputs)
    {
        int width = _embedding.Length;
        return [.. networks.Select((network, i) => Row(outputs.Predictions[i], outputs.Embeddings.AsSpan(i * width, width), network.StaticFeatures))];
    }

    /// <summary>The head that <paramref name="weights"/> of the columns make on features as the predictor gives them.</summary>
    public LogHead Head(IReadOnlyList<double> weights)
    {
        double bias = weights[0];
        int place = 2;
        double[] embedding = Plain(_embedding), statics = Plain(_statics);
        return new LogHead(bias, weights[1], embedding, statics);

        double[] Plain((double Mean, double Scale)[] columns)
        {
            double[] plain = new double[columns.Length];
            for (int c = 0; c < plain.Length; c++, place++)
            {
                plain[c] = weights[place] * Factor(columns, c);
                bias -= plain[c] * columns[c].Mean;
            }

            return plain;
        }
    }

    private double[] Row(double prediction, ReadOnlySpan<float> embedding, float[] statics)
    {
        if (!(prediction > 0)) throw new InvalidDataException("the predictor's prediction is not above 0: it predicts no latency");
        double[] row = new double[2 + _embedding.Length + _statics.Length];
        row[0] = 1;
        row[1] = Math.Log(prediction);
        for (int c = 0; c < _embedding.Length; c++) row[2 + c] = (embedding[c] - _embedding[c].Mean) * Factor(_embedding, c);
        for (int c = 0; c < _statics.Length; c++) row[2 + _embedding.Length + c] = (statics[c] - _statics[c].Mean) * Factor(_statics, c);
        return row;
    }

    // A column that never varied says nothing.
    private static double Factor((double Mean, double Scale)[] columns, int c) => columns[c].Scale > 1e-6 ? 1 / (columns[c].Scale * Math.Sqrt(columns.Length)) : 0;
}
