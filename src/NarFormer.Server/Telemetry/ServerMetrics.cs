using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace NarFormer.Server.Telemetry;

/// <summary>What the service counts.</summary>
internal sealed class ServerMetrics
{
    private readonly Counter<long> _uploads;
    private readonly Counter<long> _predictions;
    private readonly Histogram<int> _batch;
    private readonly ConcurrentDictionary<string, Func<long>> _waiting = new(StringComparer.Ordinal);

    public ServerMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ServerTelemetry.Name);
        _uploads = meter.CreateCounter<long>("narformer.uploads", "{network}", "Networks that were uploaded and read.");
        _predictions = meter.CreateCounter<long>("narformer.predictions", "{prediction}", "Networks and cells that were predicted.");
        _batch = meter.CreateHistogram<int>("narformer.batch.size", "{prediction}", "Networks or cells that were predicted together.");
        meter.CreateObservableGauge(
            "narformer.queue.nodes",
            () => _waiting.Select(w => new Measurement<long>(w.Value(), KeyValuePair.Create("predictor", (object?)w.Key))),
            "{node}",
            "Nodes that wait for a predictor.");
    }

    /// <summary>A network was uploaded.</summary>
    public void Upload(bool isNew) => _uploads.Add(1, KeyValuePair.Create("new", (object?)isNew));

    /// <summary>Some were predicted together.</summary>
    public void Batch(string predictor, int count)
    {
        _predictions.Add(count, KeyValuePair.Create("predictor", (object?)predictor));
        _batch.Record(count, KeyValuePair.Create("predictor", (object?)predictor));
    }

    /// <summary>Reports what waits for a predictor.</summary>
    public void Watch(string predictor, Func<long> waiting) => _waiting[predictor] = waiting;
}
