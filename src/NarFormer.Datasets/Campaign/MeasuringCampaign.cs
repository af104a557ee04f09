using Google.Protobuf;
using NarFormer.Measurement;
using NarFormer.Zoo;

namespace NarFormer.Datasets.Campaign;

/// <summary>Measures the networks of a plan one after the other; goes on where an earlier run stopped.</summary>
public sealed class MeasuringCampaign(CampaignPlan plan, LatencyJob job, TimeProvider clock)
{
    private readonly LatencyEngine _engine = new();

    /// <summary>Does the tasks that <paramref name="log"/> does not hold yet.</summary>
    public void Run(CampaignLog log, IProgress<CampaignProgress> progress, CancellationToken cancellation)
    {
        var tasks = plan.Tasks();
        var done = log.Records.Select(r => r.Task).ToHashSet();
        CampaignTask[] open = [.. tasks.Where(t => !done.Contains(t))];
        long start = clock.GetTimestamp();
        for (int i = 0; i < open.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var record = Measure(open[i], cancellation);
            log.Append(record);
            var left = clock.GetElapsedTime(start) / (i + 1) * (open.Length - i - 1);
            progress.Report(new CampaignProgress(tasks.Count - open.Length + i + 1, tasks.Count, left, record));
        }
    }

    private CampaignRecord Measure(CampaignTask task, CancellationToken cancellation)
    {
        var model = ZooCatalog.Find(task.Family).Generate(task.Seed);
        string hash = NetworkHash.Of(model.ToByteArray());
        long batch = model.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue;
        var at = clock.GetUtcNow();
        using var network = _engine.Load(model, $"{task.Family}-{task.Seed}", job);
        network.Warm(cancellation);
        var round = network.Round(cancellation);
        double[] quantiles = [.. CampaignRecord.Shares.Select(s => Math.Round(round.Quantile(s), 5))];
        return new CampaignRecord(task, hash, model.Graph.Node.Count, batch, round.SamplesMs.Count, quantiles, at);
    }
}
