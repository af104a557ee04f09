using NarFormer.Datasets.Vectors;
using NarFormer.Description;

namespace NarFormer.Cli.Embedding;

/// <summary>Collects the vectors of networks one by one.</summary>
internal sealed class VectorsInProgress(PredictorDescription predictor)
{
    private readonly List<string> _ids = [];
    private readonly List<float> _predictions = [];
    private readonly List<float> _values = [];

    public int Count => _ids.Count;

    public void Add(string id, NetworkEmbedding network)
    {
        _ids.Add(id);
        _predictions.Add((float)network.Prediction);
        _values.AddRange(network.Vector);
    }

    /// <exception cref="InvalidDataException">There are none.</exception>
    public NetworkVectors All() => new(_ids, [.. _predictions], [.. _values], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["predictor"] = predictor.Name,
        ["predicts"] = predictor.Predicts,
        ["unit"] = predictor.Unit,
        ["platform"] = predictor.Platform,
    });
}
