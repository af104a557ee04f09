using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;
using NarFormer.Export;
using NarFormer.Onnx.Schema;
using NarFormer.Training.Fitting;
using NarFormer.Training.Network;

namespace NarFormer.Training.Runs;

/// <summary>
/// Trained networks of one shape. What they say together is the mean of what each says: all were fitted to the same labels,
/// so their scores have one scale.
/// </summary>
public sealed class TrainedEnsemble : IDisposable
{
    private const double SmallestPrediction = 1e-9;

    private readonly IReadOnlyList<RunFolder> _runs;
    private readonly NarFormerNetwork[] _members;

    private TrainedEnsemble(IReadOnlyList<RunFolder> runs, NarFormerNetwork[] members)
    {
        _runs = runs;
        _members = members;
    }

    /// <summary>The shape of each member.</summary>
    public NetworkOptions Options => _members[0].Options;

    /// <summary>Parameters of a network of <paramref name="options"/>.</summary>
    public static long ParametersOf(NetworkOptions options)
    {
        using var network = new NarFormerNetwork(options, seed: 0);
        return network.parameters().Sum(p => p.numel());
    }

    /// <summary>Puts the kept weights of each run into a network of <paramref name="options"/>.</summary>
    /// <exception cref="ArgumentException">There are no runs.</exception>
    /// <exception cref="InvalidDataException">The weights of a run are not those of such a network.</exception>
    public static TrainedEnsemble Load(NetworkOptions options, IReadOnlyList<RunFolder> runs)
    {
        if (runs.Count == 0) throw new ArgumentException("there are no trainings", nameof(runs));
        var ensemble = new TrainedEnsemble(runs, [.. runs.Select(_ => new NarFormerNetwork(options, seed: 0))]);
        for (int i = 0; i < runs.Count; i++) WeightsFile.Load(runs[i].BestWeights, ensemble._members[i]);
        return ensemble;
    }

    /// <summary>The prediction for each of <paramref name="networks"/>.</summary>
    public double[] Predict(IReadOnlyList<EncodedNetwork> networks) => Mean(PredictEach(networks));

    /// <summary>The predictions of each member for each of <paramref name="networks"/>.</summary>
    public IReadOnlyList<double[]> PredictEach(IReadOnlyList<EncodedNetwork> networks) =>
        [.. _members.Select(m => BatchedPredictions.Of(m, networks))];

    /// <summary>The embedding of each of <paramref name="networks"/>, <c>[hidden]</c>.</summary>
    public IReadOnlyList<float[]> Embed(IReadOnlyList<EncodedNetwork> networks)
    {
        var each = _members.Select(m => BatchedPredictions.Embeddings(m, networks)).ToArray();
        return [.. Enumerable.Range(0, networks.Count).Select(n => Enumerable.Range(0, Options.Hidden).Select(d => each.Average(e => e[n][d])).ToArray())];
    }

    /// <summary>The ensemble as an ONNX graph.</summary>
    public ModelProto Graph(WeightPrecision precision) =>
        PredictorGraph.Build(Options, [.. _runs.Select(r => SafetensorsFile.Read(r.BestWeights).Tensors)], precision);

    /// <summary>The mean over members: <c>[members][networks]</c> → <c>[networks]</c>.</summary>
    public static double[] Mean(IReadOnlyList<double[]> predictions) =>
        [.. Enumerable.Range(0, predictions[0].Length).Select(n => predictions.Average(p => p[n]))];

    /// <summary>
    /// The standard deviation over members of the logarithm of their predictions, as the exported graph gives it:
    /// <c>[members][networks]</c> → <c>[networks]</c>; null if there is one member.
    /// </summary>
    public static double[]? Spread(IReadOnlyList<double[]> predictions)
    {
        if (predictions.Count == 1) return null;
        double[] spread = new double[predictions[0].Length];
        for (int n = 0; n < spread.Length; n++)
        {
            double[] logs = [.. predictions.Select(p => Math.Log(Math.Max(p[n], SmallestPrediction)))];
            double mean = logs.Average();
            spread[n] = Math.Sqrt(logs.Average(l => (l - mean) * (l - mean)));
        }

        return spread;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var member in _members) member.Dispose();
    }
}
