namespace NarFormer.Datasets.Vectors;

/// <summary>Networks as vectors of a predictor, with its predictions.</summary>
public sealed class NetworkVectors
{
    /// <summary>Puts the parts together.</summary>
    /// <param name="ids">What each network is called.</param>
    /// <param name="predictions">The prediction for each, in the unit that <paramref name="about"/> names.</param>
    /// <param name="values">Row-major <c>[networks, width]</c>.</param>
    /// <param name="about">Texts about all of them: <c>predictor</c>, <c>predicts</c>, <c>unit</c>.</param>
    /// <exception cref="InvalidDataException">The sizes do not fit, or there is no network.</exception>
    public NetworkVectors(IReadOnlyList<string> ids, float[] predictions, float[] values, IReadOnlyDictionary<string, string> about)
    {
        if (ids.Count == 0) throw new InvalidDataException("there are no vectors");
        if (predictions.Length != ids.Count || values.Length == 0 || values.Length % ids.Count != 0)
            throw new InvalidDataException($"{ids.Count} ids do not fit {predictions.Length} predictions and vectors of {values.Length} numbers together");
        Ids = ids;
        Predictions = predictions;
        Values = values;
        About = about;
    }

    /// <summary>What each network is called.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The prediction for each network.</summary>
    public float[] Predictions { get; }

    /// <summary>The vectors, row-major <c>[networks, width]</c>.</summary>
    public float[] Values { get; }

    /// <summary>Texts about all of them.</summary>
    public IReadOnlyDictionary<string, string> About { get; }

    /// <summary>How many numbers a vector has.</summary>
    public int Width => Values.Length / Ids.Count;

    /// <summary>The vector of network <paramref name="number"/>, <c>[width]</c>.</summary>
    public ReadOnlySpan<float> this[int number] => Values.AsSpan(number * Width, Width);
}
