using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Architecture;
using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Explanations;
using NarFormer.Files;
using NarFormer.Graphs;
using NarFormer.Runtime;

namespace NarFormer;

/// <summary>
/// Predicts what networks will do, by a predictor file. It may be shared between threads; a single prediction uses one
/// thread, <see cref="PredictMany(IEnumerable{NetworkGraph})"/> as many as its options say.
/// </summary>
public sealed class Predictor : IDisposable
{
    private const int NodesOfABatch = 1_000;

    private readonly PredictorFile _file;
    private readonly PredictorSession _session;
    private readonly PredictionMaker _maker;
    private readonly INetworkEncoding _encoding;
    private readonly PredictorOptions _options;

    private Predictor(PredictorFile file, PredictorSession session, INetworkEncoding encoding, PredictorOptions options)
    {
        _file = file;
        _session = session;
        _maker = new PredictionMaker(file, options.Coverage);
        _encoding = encoding;
        _options = options;
    }

    /// <summary>What the predictor says about itself.</summary>
    public PredictorDescription Description => _file.Description;

    /// <summary>The name and the beginning of the file's hash: see <see cref="PredictorFile.Version"/>.</summary>
    public string Version => field ??= _file.Version;

    /// <summary>The share of networks whose truth lies in their interval: see <see cref="PredictorOptions.Coverage"/>.</summary>
    public double Coverage => _maker.Coverage;

    /// <summary>The encoding that the predictor takes; networks have to be read with its <see cref="INetworkEncoding.FoldsConstants"/>.</summary>
    public INetworkEncoding Encoding => _encoding;

    /// <summary>Whether predictions are sums of costs of nodes, so that they can be explained.</summary>
    public bool SumsNodeCosts => Description.Network.Readout == ReadoutKind.SumOfNodeCosts;

    /// <summary>Loads the predictor file at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not a predictor, of a newer format, or needs an encoding that is not known; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Predictor Load(string path, PredictorOptions? options = null)
    {
        var file = PredictorFile.Read(path);
        var encoding = PredictorEncoding.Of(file.Description, path);
        try
        {
            return new Predictor(file, new PredictorSession(file.Model, file.Description.Network.Edges), encoding, options ?? new());
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"{path}: a damaged predictor file: {e.Message}", e);
        }
    }

    /// <summary>Loads a predictor that is installed with this library, by name.</summary>
    /// <exception cref="InvalidDataException">There is none of that name; the message lists those there are.</exception>
    public static Predictor LoadBundled(string name, PredictorOptions? options = null) => Load(BundledPredictors.PathOf(name), options);

    /// <summary>Predicts one network.</summary>
    /// <exception cref="ArgumentException">The network cannot be encoded; the message names it.</exception>
    /// <exception cref="InvalidDataException">The predictor's graph fails on the network.</exception>
    public Prediction Predict(NetworkGraph network) => PredictBatch([network])[0];

    /// <summary>Predicts one encoded network.</summary>
    /// <exception cref="ArgumentException">The network was not made by this predictor's encoding.</exception>
    public Prediction Predict(EncodedNetwork network) => PredictBatch([network])[0];

    /// <summary>Predicts one network and says which part of it each node has.</summary>
    /// <exception cref="ArgumentException">The network cannot be encoded; the message names it.</exception>
    /// <exception cref="NotSupportedException">The predictor does not sum costs of nodes, or sees other nodes than the network has; the message names it.</exception>
    /// <exception cref="InvalidDataException">The predictor's graph fails on the network, or its costs do not add up.</exception>
    public Explanation Explain(NetworkGraph network)
    {
        if (!SumsNodeCosts)
            throw new NotSupportedException($"predictor {Description.Name} has no costs of nodes: its read-out is {Description.Network.Readout}, and only {ReadoutKind.SumOfNodeCosts} can be explained");
        var encoded = _encoding.Encode(network);
        return Explanation.Of(network, encoded, _maker.Make([encoded], Run([encoded]), [network])[0]);
    }

    /// <summary>Predicts many networks, in their order, as they are asked for. Small networks share a run.</summary>
    /// <exception cref="ArgumentException">A network cannot be encoded; the message names it.</exception>
    public IEnumerable<Prediction> PredictMany(IEnumerable<NetworkGraph> networks) =>
        InBatches(NodeBudget.Split(networks, n => n.Nodes.Count, NodesOfABatch), PredictBatch);

    /// <summary>Predicts many encoded networks, in their order, as they are asked for. Small networks share a run.</summary>
    /// <exception cref="ArgumentException">A network was not made by this predictor's encoding.</exception>
    public IEnumerable<Prediction> PredictMany(IEnumerable<EncodedNetwork> networks) =>
        InBatches(NodeBudget.Split(networks, n => n.NodeCount, NodesOfABatch), PredictBatch);

    /// <summary>A vector for <paramref name="network"/> in which networks that are alike lie near, <c>[hidden]</c>.</summary>
    /// <exception cref="ArgumentException">The network cannot be encoded; the message names it.</exception>
    public float[] Embed(NetworkGraph network) => Embed(_encoding.Encode(network));

    /// <summary>A vector for <paramref name="network"/> in which networks that are alike lie near, <c>[hidden]</c>.</summary>
    /// <exception cref="ArgumentException">The network was not made by this predictor's encoding.</exception>
    public float[] Embed(EncodedNetwork network) => Run([network]).Embeddings;

    /// <summary>Vectors of many networks with their predictions, in their order, as they are asked for. Small networks share a run.</summary>
    /// <exception cref="ArgumentException">A network cannot be encoded; the message names it.</exception>
    public IEnumerable<NetworkEmbedding> EmbedMany(IEnumerable<NetworkGraph> networks) =>
        InBatches(NodeBudget.Split(networks, n => n.Nodes.Count, NodesOfABatch), batch => Run([.. batch.Select(_encoding.Encode)]).Embedded(value => value));

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private IEnumerable<TResult> InBatches<T, TResult>(IEnumerable<IReadOnlyList<T>> batches, Func<IReadOnlyList<T>, IReadOnlyList<TResult>> predict) =>
        _options.Threads == 1
            ? batches.SelectMany(predict)
            : ParallelResults.Of(Partitioner.Create(batches, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered()
                .WithDegreeOfParallelism(_options.Threads).WithMergeOptions(ParallelMergeOptions.NotBuffered).SelectMany(predict));

    private IReadOnlyList<Prediction> PredictBatch(IReadOnlyList<NetworkGraph> networks)
    {
        EncodedNetwork[] encoded = [.. networks.Select(_encoding.Encode)];
        return _maker.Make(encoded, Run(encoded), networks);
    }

    private IReadOnlyList<Prediction> PredictBatch(IReadOnlyList<EncodedNetwork> networks) => _maker.Make(networks, Run(networks), graphs: null);

    private PredictorOutputs Run(IReadOnlyList<EncodedNetwork> networks)
    {
        var batch = PackedBatch.Of(networks);
        var expected = Description.Network;
        if (batch.NodeFeatureCount != expected.NodeFeatures || batch.StaticFeatureCount != expected.StaticFeatures)
            throw new ArgumentException($"predictor {Description.Name} takes {expected.NodeFeatures} node and {expected.StaticFeatures} static features ({Description.Encoding}), not {batch.NodeFeatureCount} and {batch.StaticFeatureCount}", nameof(networks));
        try
        {
            return _session.Run(batch);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"predictor {Description.Name} failed: {e.Message}", e);
        }
    }
}
