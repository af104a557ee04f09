using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Server.Batching;
using NarFormer.Server.Telemetry;

namespace NarFormer.Server.Predictors;

/// <summary>A predictor of networks with the requests that wait for it.</summary>
internal sealed class ServedNetworkPredictor : IAsyncDisposable
{
    private const int NodesOfABatch = 1_000;

    private readonly Predictor _predictor;
    private readonly WorkQueue<EncodedNetwork, Prediction> _queue;

    public ServedNetworkPredictor(Predictor predictor, ServerLimits limits, ServerMetrics metrics)
    {
        _predictor = predictor;
        Version = predictor.Version;
        _queue = new WorkQueue<EncodedNetwork, Prediction>(
            networks =>
            {
                using var activity = ServerTelemetry.Activities.StartActivity("predict");
                activity?.SetTag("predictor", Description.Name).SetTag("networks", networks.Count);
                metrics.Batch(Description.Name, networks.Count);
                return Task.FromResult<IReadOnlyList<Prediction>>([.. predictor.PredictMany(networks)]);
            },
            network => network.NodeCount,
            new WorkQueueOptions(limits.Readers, NodesOfABatch, limits.WaitingNodes));
        metrics.Watch(Description.Name, () => _queue.WaitingSize);
    }

    /// <summary>What the predictor says about itself.</summary>
    public PredictorDescription Description => _predictor.Description;

    /// <summary>The name with the beginning of the file's hash, under which the store knows it.</summary>
    public string Version { get; }

    /// <summary>The share of networks whose truth lies in their interval.</summary>
    public double Coverage => _predictor.Coverage;

    /// <summary>The encoding that it takes.</summary>
    public INetworkEncoding Encoding => _predictor.Encoding;

    /// <summary>Whether its predictions are sums of costs of nodes.</summary>
    public bool SumsNodeCosts => _predictor.SumsNodeCosts;

    /// <summary>Predicts <paramref name="networks"/> together with those of other requests.</summary>
    /// <exception cref="ServerBusyException">Too much waits already.</exception>
    public Task<IReadOnlyList<Prediction>> PredictAsync(IReadOnlyList<EncodedNetwork> networks, CancellationToken cancellation) => _queue.RunAsync(networks, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync().ConfigureAwait(false);
        _predictor.Dispose();
    }
}
