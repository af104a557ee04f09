using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Graphs.Cells;
using NarFormer.Server.Batching;
using NarFormer.Server.Telemetry;

namespace NarFormer.Server.Predictors;

/// <summary>A predictor of cells with the requests that wait for it.</summary>
internal sealed class ServedCellPredictor : IAsyncDisposable
{
    private const int NodesOfABatch = 20_000;

    private readonly CellPredictor _predictor;
    private readonly WorkQueue<EncodedNetwork, double> _queue;

    public ServedCellPredictor(CellPredictor predictor, ServerLimits limits, ServerMetrics metrics)
    {
        _predictor = predictor;
        _queue = new WorkQueue<EncodedNetwork, double>(
            cells =>
            {
                metrics.Batch(Description.Name, cells.Count);
                return Task.FromResult<IReadOnlyList<double>>([.. predictor.PredictMany(cells)]);
            },
            cell => cell.NodeCount,
            new WorkQueueOptions(Workers: 1, NodesOfABatch, limits.WaitingNodes));
        metrics.Watch(Description.Name, () => _queue.WaitingSize);
    }

    /// <summary>What the predictor says about itself.</summary>
    public PredictorDescription Description => _predictor.Description;

    /// <summary>The space that it knows.</summary>
    public string Space => _predictor.Space;

    /// <summary>The name with the beginning of the file's hash.</summary>
    public string Version => _predictor.Version;

    /// <summary>The cell as the predictor sees it.</summary>
    /// <exception cref="ArgumentException">The cell has an operation that the predictor does not know; the message names it.</exception>
    public EncodedNetwork Encode(CellArchitecture cell) => _predictor.Encode(cell);

    /// <summary>Predicts <paramref name="cells"/> together with those of other requests.</summary>
    /// <exception cref="ServerBusyException">Too much waits already.</exception>
    public Task<IReadOnlyList<double>> PredictAsync(IReadOnlyList<EncodedNetwork> cells, CancellationToken cancellation) => _queue.RunAsync(cells, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync().ConfigureAwait(false);
        _predictor.Dispose();
    }
}
